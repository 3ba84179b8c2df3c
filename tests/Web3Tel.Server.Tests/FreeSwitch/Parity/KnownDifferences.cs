using System.Text.RegularExpressions;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>What is known to differ, and is told in docs/simulator.md with its reason. Whatever else differs is a failure.</summary>
static partial class KnownDifferences
{
    const string State = "CHANNEL_STATE ";

    /// <summary>A leg that comes through the dialplan once more is said to ring and to be active again (switch_channel.c), which nobody of us listens to.</summary>
    const string RoutedAgain = "CHANNEL_CALLSTATE Answer-State=answered Channel-Call-State=RINGING\nCHANNEL_CALLSTATE Answer-State=answered Channel-Call-State=ACTIVE\n";

    /// <summary>Events that only the real one has: nobody of us listens to them.</summary>
    static readonly string[] OnlyReal = ["PRIVATE_COMMAND", "CALL_UPDATE", "CODEC", "RECV_RTCP_MESSAGE", "SEND_RTCP_MESSAGE", "MEDIA_BUG_START", "MEDIA_BUG_STOP"];

    /// <summary>
    /// The events of a leg as they can be compared: first all but its states, then its states. A leg's state machine is a thread of its own, beside
    /// the one that hears the telephone, and which of the two is first is chance.
    /// </summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> events) =>
    [
        .. string.Join('\n', events.Where(one => !one.StartsWith(State, StringComparison.Ordinal) && !OnlyReal.Contains(one.Split(' ')[0]) && !OnlyInTheDialplan().IsMatch(one) && !AnsweredAgain().IsMatch(one)))
            .Replace(RoutedAgain, "", StringComparison.Ordinal).Split('\n'),
        // Whether the leg stands still for a moment between what it did and the conversation is chance, too.
        .. string.Join('\n', events.Where(one => one.StartsWith(State, StringComparison.Ordinal)))
            .Replace($"{State}CS_CONSUME_MEDIA\n{State}CS_EXCHANGE_MEDIA", $"{State}CS_EXCHANGE_MEDIA", StringComparison.Ordinal).Split('\n'),
    ];

    /// <summary>
    /// Nothing comes of answering a leg that is answered. It waits for the leg's next frame, and whether what comes over another connection, such as the
    /// beginning of a recording, is before or after it is chance.
    /// </summary>
    [GeneratedRegex("^CHANNEL_EXECUTE(_COMPLETE)? Application=answer .*Answer-State=answered Channel-Call-State=ACTIVE$")]
    private static partial Regex AnsweredAgain();

    /// <summary>Variables of freeswitch/dialplan that the simulator's own dialplan does not set, because nothing depends on them there.</summary>
    [GeneratedRegex("Application=(set|unset) Application-Data=(web3tel_away_since|playback_terminators)")]
    private static partial Regex OnlyInTheDialplan();
}
