using System.Text.Json.Serialization;
using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>What a caller hears: a sound, and words that are spoken where there is no sound, or where it cannot be played.</summary>
/// <param name="Sound">In the switch's own words, or by the name it has among the prompts; null for words only.</param>
[JsonConverter(typeof(ScenarioPromptConverter))]
public sealed record ScenarioPrompt(string? Sound, string? English = null, string? Russian = null)
{
    /// <summary>In words: the time on the wall of the line.</summary>
    public const string Time = "time";

    /// <summary>In words: when the calendar opens next.</summary>
    public const string Opens = "opens";

    /// <summary>Whether the words name it, in whichever language.</summary>
    public bool Names(string place) => $"{English} {Russian}".Contains($"{{{place}}}", StringComparison.Ordinal);

    /// <summary>The words, in the other language where there are none in this one; null for none at all.</summary>
    public (string Text, Language Language)? WordsIn(Language language) => (language, English, Russian) switch
    {
        (Language.English, { } english, _) => (english, Language.English),
        (Language.Russian, _, { } russian) => (russian, Language.Russian),
        (_, { } english, _) => (english, Language.English),
        (_, _, { } russian) => (russian, Language.Russian),
        _ => null,
    };

    public static implicit operator ScenarioPrompt(string sound) => FromSound(sound);

    public static ScenarioPrompt FromSound(string sound) => new(sound);
}
