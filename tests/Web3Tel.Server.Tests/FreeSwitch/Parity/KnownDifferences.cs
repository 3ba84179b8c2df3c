namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>What is known to differ, and is told in docs/simulator.md with its reason. Whatever else differs is a failure.</summary>
static class KnownDifferences
{
    /// <summary>Events that only the real one has: nobody of us listens to them.</summary>
    static readonly string[] OnlyReal = ["PRIVATE_COMMAND", "CALL_UPDATE", "CODEC", "RECV_RTCP_MESSAGE", "SEND_RTCP_MESSAGE", "MEDIA_BUG_START", "MEDIA_BUG_STOP"];

    public static IReadOnlyList<string> Without(IReadOnlyList<string> events) => [.. events.Where(one => !OnlyReal.Contains(one.Split(' ')[0]))];
}
