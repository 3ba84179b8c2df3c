using System.Globalization;
using System.Text;

namespace Web3Tel.Server.Mail;

/// <summary>Texts that came from outside, made fit for a header or a body: what cannot be written is replaced, everything else stays as it is.</summary>
static class PlainText
{
    const string Isolate = "\u2068";
    const string EndOfIsolate = "\u2069";

    /// <summary>One line: line ends and other control characters become a space, and so do spaces in a row.</summary>
    /// <param name="text">Any characters, halves of surrogate pairs among them.</param>
    /// <param name="most">How many characters, as people count them, are kept.</param>
    public static string OneLine(string text, int most)
    {
        var line = new StringBuilder(text.Length);
        var space = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune);
            if (!isSpace)
            {
                line.Append(rune.ToString());
            }
            else if (!space)
            {
                line.Append(' ');
            }

            space = isSpace;
        }

        return Shortened(line.ToString().TrimEnd(), most);
    }

    /// <summary>
    /// A name that was given to us, to stand among our own words: without the marks that turn the direction of text around, and fenced off
    /// when it is written from right to left, so that the words about it stay where they are.
    /// </summary>
    public static string Name(string text, int most)
    {
        var name = OneLine(string.Concat(text.EnumerateRunes().Where(rune => !IsDirectionMark(rune)).Select(rune => rune.ToString())), most);
        return name.EnumerateRunes().Any(IsRightToLeft) ? $"{Isolate}{name}{EndOfIsolate}" : name;
    }

    /// <summary>Lines: control characters other than line ends and tabs are left out.</summary>
    public static string Lines(string text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t'))
        {
            lines.Append(rune.ToString());
        }

        return lines.ToString();
    }

    static string Shortened(string text, int most)
    {
        var characters = StringInfo.ParseCombiningCharacters(text);
        return characters.Length <= most ? text : $"{text[..characters[most - 1]]}…";
    }

    /// <summary>Embeddings, overrides and isolates of Unicode's bidirectional algorithm.</summary>
    static bool IsDirectionMark(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Hebrew, Arabic and their neighbours.</summary>
    static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
