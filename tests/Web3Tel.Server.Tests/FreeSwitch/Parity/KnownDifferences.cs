using System.Text.RegularExpressions;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>What is known to differ, and is told in docs/simulator.md with its reason. Whatever else differs is a failure.</summary>
static partial class KnownDifferences
{
    const string State = "CHANNEL_STATE ";

    /// <summary>Events that only the real one has: nobody of us listens to them.</summary>
    static readonly string[] OnlyReal = ["PRIVATE_COMMAND", "CALL_UPDATE", "CODEC", "RECV_RTCP_MESSAGE", "SEND_RTCP_MESSAGE", "MEDIA_BUG_START", "MEDIA_BUG_STOP", "PRESENCE_IN"];

    /// <summary>
    /// The events of a leg as they can be compared: first all but its states, then its states. A leg's state machine is a thread of its own, beside
    /// the one that hears the telephone, and which of the two is first is chance.
    /// </summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> events) =>
    [
        .. Shorter(events.Where(one => !one.StartsWith(State, StringComparison.Ordinal) && !OnlyReal.Contains(one.Split(' ')[0]) && !OnlyInTheDialplan().IsMatch(one)), [RoutedAgain(), MusicBrokenOff(), MusicBeneath(), AnsweredAgain(), ParkedInVain(), TriedInVain(), Rounds(), EndedByTheDialplan(), EndedByTheService()]),
        // Whether the leg stands still for a moment between what it did and the conversation is chance, too.
        .. Shorter(events.Where(one => one.StartsWith(State, StringComparison.Ordinal)), [StandsStill(), OnTheWayToPark(), RoundStates()]),
    ];

    static string[] Shorter(IEnumerable<string> events, Regex[] differences) =>
        differences.Aggregate(string.Join('\n', events) + "\n", (text, difference) => difference.Replace(text, "$1")).TrimEnd('\n').Split('\n');

    /// <summary>A leg that comes through the dialplan once more is said to ring and to be active again (switch_channel.c), which nobody of us listens to.</summary>
    [GeneratedRegex("CHANNEL_CALLSTATE Answer-State=answered Channel-Call-State=RINGING\nCHANNEL_CALLSTATE Answer-State=answered Channel-Call-State=ACTIVE\n()")]
    private static partial Regex RoutedAgain();

    /// <summary>
    /// Nothing comes of answering a leg that is answered. It waits for the leg's next frame, and whether what comes over another connection, such as the
    /// beginning of a recording, is before or after it is chance.
    /// </summary>
    [GeneratedRegex("CHANNEL_EXECUTE Application=answer Answer-State=answered Channel-Call-State=ACTIVE\nCHANNEL_EXECUTE_COMPLETE Application=answer .*\n()")]
    private static partial Regex AnsweredAgain();

    /// <summary>
    /// Music that gives way to another sound: that it is to stop and what is to play come by two connections. Whether it is broken off before, or stands
    /// still beneath the other until something ends both, is chance.
    /// </summary>
    [GeneratedRegex("CHANNEL_EXECUTE Application=playback Application-Data=local_stream.*\nPLAYBACK_START .*\nPLAYBACK_STOP .*=break\nCHANNEL_EXECUTE_COMPLETE Application=playback .*\n(CHANNEL_EXECUTE Application=playback .*\n)")]
    private static partial Regex MusicBrokenOff();

    [GeneratedRegex("CHANNEL_EXECUTE Application=playback Application-Data=local_stream.*\nPLAYBACK_START .*\n(CHANNEL_EXECUTE Application=playback .*\nPLAYBACK_START .*\nPLAYBACK_STOP .*\nCHANNEL_EXECUTE_COMPLETE Application=playback .*\n)PLAYBACK_STOP .*\nCHANNEL_EXECUTE_COMPLETE Application=playback .*\n")]
    private static partial Regex MusicBeneath();

    /// <summary>An operator's leg whose caller is taken away is sent to park and hung up at once: whether it gets there is chance.</summary>
    [GeneratedRegex("CHANNEL_EXECUTE Application=park .*\nCHANNEL_PARK .*\n(CHANNEL_HANGUP .*\n)CHANNEL_UNPARK .*\nCHANNEL_EXECUTE_COMPLETE Application=park .*\n")]
    private static partial Regex ParkedInVain();

    [GeneratedRegex("CHANNEL_STATE CS_ROUTING\nCHANNEL_STATE CS_EXECUTE\n(CHANNEL_STATE CS_HANGUP\n)")]
    private static partial Regex OnTheWayToPark();

    [GeneratedRegex("CHANNEL_STATE CS_CONSUME_MEDIA\n(CHANNEL_STATE CS_EXCHANGE_MEDIA\n)")]
    private static partial Regex StandsStill();

    /// <summary>
    /// When an operator has hung up, the dialplan ends the caller's leg, and so does the service when it hears of it: which is first is chance. Parted they
    /// are in both.
    /// </summary>
    [GeneratedRegex("CHANNEL_UNBRIDGE .*\nCHANNEL_EXECUTE Application=hangup .*\n(CHANNEL_HANGUP .*\n)CHANNEL_EXECUTE_COMPLETE Application=hangup .*\n")]
    private static partial Regex EndedByTheDialplan();

    [GeneratedRegex("(CHANNEL_HANGUP .*\n)CHANNEL_UNBRIDGE .*\n")]
    private static partial Regex EndedByTheService();

    /// <summary>A service that has just died is tried once more where its last heartbeat is not three seconds old: by whole seconds, that is chance.</summary>
    [GeneratedRegex("CHANNEL_EXECUTE Application=set Application-Data=socket_resume=true .*\nCHANNEL_EXECUTE_COMPLETE Application=set .*\nCHANNEL_EXECUTE Application=socket .*\nCHANNEL_EXECUTE_COMPLETE Application=socket .*\n()")]
    private static partial Regex TriedInVain();

    /// <summary>How often a caller hears two seconds of music while the service is away is time; each round is the same.</summary>
    [GeneratedRegex("((?:CHANNEL_EXECUTE(?:_COMPLETE)? Application=(?:set|unset|answer|playback|transfer) .*\n|PLAYBACK_ST.*\n|CHANNEL_CALLSTATE .*\n)+?CHANNEL_EXECUTE_COMPLETE Application=transfer .*\n)\\1+")]
    private static partial Regex Rounds();

    [GeneratedRegex("(CHANNEL_STATE CS_ROUTING\nCHANNEL_STATE CS_EXECUTE\n)\\1+")]
    private static partial Regex RoundStates();

    /// <summary>Variables of freeswitch/dialplan that the simulator's own dialplan does not set, because nothing depends on them there.</summary>
    [GeneratedRegex("Application=(set|unset) Application-Data=(web3tel_away_since|playback_terminators)")]
    private static partial Regex OnlyInTheDialplan();
}
