using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator;

/// <summary>
/// The dialplan that lets callers survive the service, as in <c>freeswitch/dialplan</c>: a call is sent to the service only
/// while its heartbeat (<c>hash insert/web3tel/beat/…</c>) is fresh; otherwise it hears some music and asks again. Trying a
/// dead service costs FreeSWITCH a file descriptor each time, so it must not be tried.
/// </summary>
public static class SurvivalDialplan
{
    public static IEnumerable<DialplanAction> For(DialplanCall call, SimulatorOptions options)
    {
        call.MatchedDestination();
        if (call.Context == InternalDialplan.Context && InternalDialplan.Knows(call, options))
        {
            return InternalDialplan.For(call, options);
        }

        if (EndsCall(call))
        {
            return [new DialplanAction("hangup", call.Variable("bridge_hangup_cause")!)];
        }

        return Actions(options.Socket, call.AgeOf("web3tel", "beat") < options.HeartbeatLimit, call.Destination);
    }

    /// <summary>A conversation is over by a hang-up, and nothing comes after it; where the operator's telephone was lost the call goes on.</summary>
    static bool EndsCall(DialplanCall call) =>
        call.Variable("web3tel_after_talk") == "ends"
        && call.Variable("bridge_hangup_cause") is { } cause and not ("none" or "MEDIA_TIMEOUT" or "RECOVERY_ON_TIMER_EXPIRE" or "NETWORK_OUT_OF_ORDER" or "DESTINATION_OUT_OF_ORDER");

    static IEnumerable<DialplanAction> Actions(string socket, bool serviceLives, string destination)
    {
        // A transfer counts max_forwards down, and at zero the call would end.
        yield return new DialplanAction("set", "max_forwards=70");
        if (serviceLives)
        {
            yield return new DialplanAction("set", "socket_resume=true");
            yield return new DialplanAction("socket", socket);
        }

        yield return new DialplanAction("answer");
        yield return new DialplanAction("set", "playback_timeout_sec=2");
        yield return new DialplanAction("playback", "local_stream://moh");
        yield return new DialplanAction("unset", "playback_timeout_sec");
        yield return new DialplanAction("transfer", $"{destination} XML public");
    }
}
