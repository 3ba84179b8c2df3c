namespace Web3Tel.Simulator.Events;

/// <summary>Times as FreeSWITCH counts them: microseconds since 1970.</summary>
static class MicroTime
{
    public static long Of(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
