using Web3Tel.Surveys;

namespace Web3Tel.Server.Settings;

/// <summary>Reads what callers are asked after a conversation.</summary>
static class SurveyReader
{
    public static SurveySettings Read(SettingsReader section)
    {
        var defaults = new SurveySettings();
        var settings = new SurveySettings
        {
            Question = Sound(section, "Question"),
            Thanks = Sound(section, "Thanks"),
            Language = section.OneOf("Language", defaults.Language),
            Best = section.Number("Best", defaults.Best, 2, 9),
        };
        section.RefuseOthers();
        return settings;
    }

    /// <summary>Spoken where it is empty.</summary>
    static string? Sound(SettingsReader section, string key) => section.Text(key).Length > 0 ? PeopleReader.Sound(section, key) : null;
}
