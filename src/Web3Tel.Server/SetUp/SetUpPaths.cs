using Web3Tel.Prompts;

namespace Web3Tel.Server.SetUp;

/// <summary>Where everything stands in the file: there is no other name, so nothing in it can name a place of the machine.</summary>
static class SetUpPaths
{
    public const string Manifest = "manifest.json";

    public const string Configuration = "configuration.json";

    const string Scenarios = "scenarios/";
    const string Prompts = "prompts/";
    const string Json = ".json";
    const string Wav = ".wav";

    public static string OfScenario(string name) => $"{Scenarios}{name}{Json}";

    public static string OfPrompt(string name) => $"{Prompts}{name}{Json}";

    public static string OfSound(string name) => $"{Prompts}{name}{Wav}";

    /// <summary>The scenario that stands there; null for none.</summary>
    public static string? Scenario(string path) => Between(path, Scenarios, Json) is { } name && Web3Tel.Scenarios.Scenario.IsName(name) ? name : null;

    /// <summary>The prompt whose words stand there; null for none.</summary>
    public static string? PromptOf(string path) => Between(path, Prompts, Json) is { } name && Prompt.IsName(name) ? name : null;

    /// <summary>The prompt whose sound stands there; null for none.</summary>
    public static string? SoundOf(string path) => Between(path, Prompts, Wav) is { } name && Prompt.IsName(name) ? name : null;

    static string? Between(string path, string before, string after) =>
        path.Length > before.Length + after.Length && path.StartsWith(before, StringComparison.Ordinal) && path.EndsWith(after, StringComparison.Ordinal) ? path[before.Length..^after.Length] : null;
}
