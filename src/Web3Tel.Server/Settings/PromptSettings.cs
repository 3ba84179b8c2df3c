namespace Web3Tel.Server.Settings;

/// <summary>What prompts may be uploaded.</summary>
/// <param name="Converter">Name or path of sox, which makes of a sound what the switch plays; empty for none.</param>
/// <param name="MostBytes">How large a file may be.</param>
/// <param name="Longest">How long a prompt may be.</param>
sealed record PromptSettings(string Converter, long MostBytes, TimeSpan Longest)
{
    const int Megabyte = 1_000_000;

    public static PromptSettings Read(SettingsReader section)
    {
        var settings = new PromptSettings(
            section.Has("Converter") ? section.Text("Converter") : "sox",
            Megabyte * (long)section.Number("MostMegabytes", 20, 1, 500),
            section.Seconds("LongestSeconds", 600, 1, 3_600));
        section.RefuseOthers();
        return settings;
    }
}
