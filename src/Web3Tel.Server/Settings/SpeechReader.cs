namespace Web3Tel.Server.Settings;

/// <summary>Reads which program speaks, and how.</summary>
static class SpeechReader
{
    static readonly string[] Needed = ["{text}", "{file}"];

    public static SpeechSettings Read(SettingsReader section)
    {
        var settings = new SpeechSettings(
            section.Has("Program") ? section.Text("Program") : "espeak-ng",
            [.. section.Texts("Arguments", "-v", "{voice}", "-w", "{file}", "{text}")],
            section.Text("English", "en"),
            section.Text("Russian", "ru"),
            section.Seconds("LongestSeconds", 5, 0.1, 60))
        {
            Through = section.OneOf("Through", SpeechThrough.Auto),
        };
        foreach (var missing in Needed.Except(settings.Arguments))
        {
            section.Refuse("Arguments", $"has no {missing}.", "Give each argument of the program by itself, {voice}, {text} and {file} among them.");
        }

        section.RefuseOthers();
        return settings;
    }
}
