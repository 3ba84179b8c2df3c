namespace Web3Tel.Server.Verto;

/// <summary>A description of sound that a browser sends. The switch reads it: only what a telephone says comes to it.</summary>
static class Sdp
{
    const int Longest = 16_384;

    /// <summary>Sound, and one stream of it; nothing that is no line of text.</summary>
    public static bool IsFit(string text) =>
        text.Length <= Longest
        && text.StartsWith("v=0\r\n", StringComparison.Ordinal)
        && text.All(c => c is >= ' ' and <= '~' or '\r' or '\n')
        && text.Split("\r\n") is var lines
        && !lines.Any(line => line.Contains('\r', StringComparison.Ordinal) || line.Contains('\n', StringComparison.Ordinal))
        && lines.Where(line => line.StartsWith("m=", StringComparison.Ordinal)).ToArray() is [var media]
        && media.StartsWith("m=audio ", StringComparison.Ordinal);
}
