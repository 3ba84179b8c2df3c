using Web3Tel.Server.Settings;

namespace Web3Tel.Server.SetUp;

/// <summary>Who takes the whole set-up away and brings it in.</summary>
static class SetUpSetup
{
    public static void AddSetUp(this IServiceCollection services) => services
        .AddSingleton<SetUpWriter>()
        .AddSingleton<BroughtPrompts>()
        .AddSingleton(parts => ActivatorUtilities.CreateInstance<SetUpKeeper>(parts, parts.GetRequiredService<ServiceSettings>().Prompts));
}
