using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator;

/// <summary>
/// The dialplan that lets callers survive the service: a call is sent to the service only while its heartbeat
/// (<c>hash insert/web3tel/beat/…</c>) is fresh; otherwise it hears a second of music and tries again. Trying a dead
/// service costs FreeSWITCH a file descriptor each time, so it must not be tried.
/// </summary>
public static class SurvivalDialplan
{
    /// <summary>The second of music between two tries.</summary>
    public const string OneSecond = "tone_stream://%(1000,0,400);loops=1";

    public static IEnumerable<DialplanAction> For(DialplanCall call, SimulatorOptions options)
    {
        call.MatchedDestination();
        return Actions(call, options);
    }

    static IEnumerable<DialplanAction> Actions(DialplanCall call, SimulatorOptions options)
    {
        while (true)
        {
            if (call.AgeOf("web3tel", "beat") < options.HeartbeatLimit)
            {
                yield return new DialplanAction("set", "socket_resume=true");
                yield return new DialplanAction("socket", options.Socket);
            }

            yield return new DialplanAction("answer");
            yield return new DialplanAction("playback", OneSecond);
        }
    }
}
