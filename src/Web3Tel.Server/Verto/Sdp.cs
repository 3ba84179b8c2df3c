namespace Web3Tel.Server.Verto;

/// <summary>A description of sound that a browser sends. The switch reads it: only what a telephone says comes to it.</summary>
static class Sdp
{
    const int Longest = 16_384;

    /// <summary>Of what every browser says, what keeps the switch from sending sound to an address that has not asked for it (ICE), and unencrypted (DTLS).</summary>
    static readonly string[] Needed = ["a=ice-ufrag:", "a=ice-pwd:", "a=fingerprint:"];

    /// <summary>Sound, and one stream of it, as a browser sends it; nothing that is no line of text.</summary>
    public static bool IsFit(string text) =>
        text.Length <= Longest
        && text.StartsWith("v=0\r\n", StringComparison.Ordinal)
        && text.All(c => c is >= ' ' and <= '~' or '\r' or '\n')
        && text.Split("\r\n") is var lines
        && !lines.Any(line => line.Contains('\r', StringComparison.Ordinal) || line.Contains('\n', StringComparison.Ordinal))
        && lines.Where(line => line.StartsWith("m=", StringComparison.Ordinal)).ToArray() is [var media]
        && media.Split(' ') is ["m=audio", _, "UDP/TLS/RTP/SAVPF" or "RTP/SAVPF", ..]
        && Needed.All(start => lines.Any(line => line.StartsWith(start, StringComparison.Ordinal)));
}
