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
            Question = section.Text("Question") is { Length: > 0 } question ? question : null,
            Thanks = section.Text("Thanks") is { Length: > 0 } thanks ? thanks : null,
            Language = section.OneOf("Language", defaults.Language),
            Best = section.Number("Best", defaults.Best, 2, 9),
        };
        section.RefuseOthers();
        return settings;
    }
}
