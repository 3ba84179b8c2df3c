namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>The checkout that the test runs from.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Folder(string name) => Path.Combine(Root, name);

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Web3Tel.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Tests run from within a checkout: no Web3Tel.sln above them."));
}
