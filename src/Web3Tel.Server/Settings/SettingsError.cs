using System.Text.Json.Serialization;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>A setting that will not do.</summary>
/// <param name="Key">Its full name: <c>Web3Tel:FreeSwitch:Port</c>.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Fix">What to do.</param>
/// <param name="RussianWhat">What is wrong with it, in Russian.</param>
/// <param name="RussianFix">What to do, in Russian.</param>
sealed record SettingsError(string Key, string What, string Fix, [property: JsonIgnore] string RussianWhat, [property: JsonIgnore] string RussianFix)
{
    /// <summary>Of what is read at the start only: it is told on the console, in English.</summary>
    public SettingsError(string key, string what, string fix)
        : this(key, what, fix, what, fix)
    {
    }

    /// <summary>Without the key: beside the field that has it.</summary>
    public string In(Language language) => Phrases.In(language, $"{What} {Fix}", $"{RussianWhat} {RussianFix}");

    public override string ToString() => $"{Key} {What} {Fix}";
}
