namespace Web3Tel.Server.Settings;

/// <summary>Where settings come from; what comes later wins.</summary>
static class SettingsSources
{
    public static IConfiguration Of(string[] args) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build();

    /// <summary>One file, and nothing else.</summary>
    public static IConfiguration OfFile(string path) => new ConfigurationBuilder().AddJsonFile(path).Build();
}
