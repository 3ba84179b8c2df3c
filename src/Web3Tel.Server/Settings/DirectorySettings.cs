namespace Web3Tel.Server.Settings;

/// <summary>How FreeSWITCH is told of operators' telephones.</summary>
/// <param name="Domain">The domain they register at, as FreeSWITCH has it.</param>
/// <param name="Token">What FreeSWITCH proves itself by; empty for telling nobody. Never shown.</param>
sealed record DirectorySettings(string Domain, string Token)
{
    public static DirectorySettings Read(SettingsReader section)
    {
        var settings = new DirectorySettings(section.Text("Domain", "127.0.0.1"), section.Text("Token"));
        section.RefuseOthers();
        return settings;
    }

    public override string ToString() => Domain;
}
