namespace Web3Tel.Speech;

/// <summary>A caller's name as it can be given to a voice. The network lets callers write what they like there.</summary>
static class SpokenName
{
    const int Longest = 60;

    /// <summary>Letters, digits and what stands between the words of a name, beginning with a letter; null when that leaves nothing.</summary>
    public static string? Of(string name)
    {
        var words = string.Concat(name.Take(Longest).Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '\'' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = string.Join(' ', words.Select(word => word.TrimStart('-', '.', '\'')).Where(word => word.Length > 0));
        return said.Any(char.IsLetter) ? said : null;
    }
}
