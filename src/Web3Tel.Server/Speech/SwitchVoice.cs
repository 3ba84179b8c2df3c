using System.Reactive.Linq;
using System.Text;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Speech;

/// <summary>
/// Lets FreeSWITCH speak, by mod_tts_commandline and our <c>speak.sh</c>, which keeps what it has spoken. Voice and text go there in letters that mean
/// nothing to FreeSWITCH, its dialplans or a shell: whatever a caller's name holds.
/// </summary>
sealed class SwitchVoice(SpeechSettings settings) : ISpeaker
{
    public const string Module = "mod_tts_commandline";

    /// <summary>How a sound begins that FreeSWITCH speaks.</summary>
    public const string Prefix = "tts://tts_commandline|";

    /// <summary>Bytes of a text; Linux gives a command no argument longer than 128 KiB, and this makes one of a third more.</summary>
    const int Longest = 60_000;

    public IObservable<string?> Say(string text, Language language) =>
        Observable.Return(Encoding.UTF8.GetByteCount(text) <= Longest ? $"{Prefix}{Tag(language)}|{Coded(settings, text, language)}" : null);

    /// <summary>What <c>speak.sh</c> takes for a text.</summary>
    public static string Coded(SpeechSettings settings, string text, Language language)
    {
        var voice = language switch
        {
            Language.English => settings.English,
            Language.Russian => settings.Russian,
        };
        return $"web3tel-{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{voice}\n{text}")).Replace('+', '-').Replace('/', '_')}";
    }

    public static string Tag(Language language) => language switch
    {
        Language.English => "en",
        Language.Russian => "ru",
    };
}
