using Web3Tel.Prompts;
using Web3Tel.Speech;

namespace Web3Tel.Server.Information;

/// <summary>A text of somebody else's, made fit to be spoken.</summary>
static class SpokenText
{
    /// <summary>On one line, without what is no character; null when that leaves no words.</summary>
    public static string? Of(string text, Language? language)
    {
        var line = string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c == '\uFEFF' ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Any(char.IsLetterOrDigit) ? new Sound.Words(line, language ?? Sound.LanguageOf(line)).ToString() : null;
    }
}
