using Web3Tel.Speech;

namespace Web3Tel.Prompts;

/// <summary>What is to be played, as settings and flows name it in one word: a file or stream of the switch, a prompt, or words to be spoken.</summary>
public abstract record Sound
{
    const string NamedPrefix = "prompt:";
    const string WordsPrefix = "speak:";

    Sound()
    {
    }

    /// <summary>In the switch's own words: <c>greeting.wav</c>, <c>local_stream://moh</c>.</summary>
    public sealed record OfSwitch(string Source) : Sound;

    /// <summary><c>prompt:welcome</c>.</summary>
    public sealed record Named(string Name) : Sound
    {
        public override string ToString() => NamedPrefix + Name;
    }

    /// <summary><c>speak:Good morning</c>, <c>speak:ru:Доброе утро</c>. Where no language is named, Cyrillic letters are Russian and others English.</summary>
    public sealed record Words(string Text, Language Language) : Sound
    {
        public override string ToString() => $"{WordsPrefix}{(Language == Language.Russian ? "ru" : "en")}:{Text}";
    }

    public static Sound Read(string source) =>
        source.StartsWith(NamedPrefix, StringComparison.Ordinal) ? new Named(source[NamedPrefix.Length..])
        : source.StartsWith(WordsPrefix, StringComparison.Ordinal) ? ReadWords(source[WordsPrefix.Length..])
        : new OfSwitch(source);

    /// <summary>Whether it can be played at all, as far as its form tells.</summary>
    public static bool IsWellFormed(string source) => Read(source) switch
    {
        Named named => Prompt.IsName(named.Name),
        Words words => words.Text.Any(char.IsLetterOrDigit) && !words.Text.Any(char.IsControl),
        // The switch takes it as one word of a command.
        _ => source.Length > 0 && !source.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '^' or '\'' or '"'),
    };

    /// <summary>The language in which a text is written, by its letters.</summary>
    public static Language LanguageOf(string text) => text.Any(c => c is >= '\u0400' and <= '\u04FF') ? Language.Russian : Language.English;

    static Words ReadWords(string words) => words switch
    {
        ['e', 'n', ':', .. var english] => new Words(english.Trim(), Language.English),
        ['r', 'u', ':', .. var russian] => new Words(russian.Trim(), Language.Russian),
        _ => new Words(words.Trim(), LanguageOf(words)),
    };
}
