using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;
using HangupCause = Web3Tel.Calls.HangupCause;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>FreeSWITCH's events in the call center's words.</summary>
static class EventMapping
{
    /// <summary>The events that have a meaning to us; every other one costs 4–9 KB and says nothing.</summary>
    /// <remarks>CHANNEL_HANGUP_COMPLETE, not CHANNEL_HANGUP: only the former says who hung up.</remarks>
    public static CallEvent? ToCallEvent(EventMessage message, string node, Func<DateTimeOffset> now)
    {
        var at = message.Timestamp ?? now();
        return message.EventName switch
        {
            EventName.ChannelAnswer => new CallEvent.Answered(at),
            EventName.Dtmf when message["DTMF-Digit"] is { Length: 1 } digit => new CallEvent.Digit(at, digit[0]),
            EventName.ChannelBridge when OtherLeg(message, node) is { } other => new CallEvent.Bridged(at, other),
            EventName.ChannelUnbridge when OtherLeg(message, node) is { } other => new CallEvent.Unbridged(at, other),
            EventName.ChannelHangupComplete => new CallEvent.HungUp(at, Cause(message), HungUpBy(message)),
            _ => null,
        };
    }

    static CallRef? OtherLeg(EventMessage message, string node)
    {
        var (a, b) = (message["Bridge-A-Unique-ID"], message["Bridge-B-Unique-ID"]);
        return (message.Uuid == a ? b : a) is { Length: > 0 } other ? new CallRef(node, other) : null;
    }

    static HangupCause Cause(EventMessage message) => new(message[HeaderNames.HangupCause] is { Length: > 0 } cause ? cause : "UNKNOWN");

    /// <summary>
    /// recv_* is said by the far end. send_* is said by us: for the other leg of a conversation, or of our own accord.
    /// Legs that are not SIP say nothing.
    /// </summary>
    static HungUpBy HungUpBy(EventMessage message) => message.GetVariable("sip_hangup_disposition") switch
    {
        { } heard when heard.StartsWith("recv", StringComparison.Ordinal) => Calls.HungUpBy.Party,
        { } said when said.StartsWith("send", StringComparison.Ordinal) =>
            message.GetVariable("last_bridge_to") is { Length: > 0 } ? Calls.HungUpBy.Peer : Calls.HungUpBy.Service,
        _ => Calls.HungUpBy.Unknown,
    };
}
