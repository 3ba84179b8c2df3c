using System.Globalization;
using System.Reactive.Linq;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>The lamp of a phone that tells of messages (MWI), by the events that mod_sofia knows from mod_voicemail.</summary>
/// <remarks>
/// Read in sofia_presence.c of 1.10.12: MESSAGE_WAITING becomes a NOTIFY to each phone of the account that is registered or has
/// subscribed; MESSAGE_QUERY comes when one subscribes, and, with <c>send-message-query-on-register</c>, when one registers.
/// </remarks>
static class MessageLamp
{
    public static SendEvent Shown(string account, int unread, int read) => new(
        "MESSAGE_WAITING",
        Header("MWI-Messages-Waiting", unread > 0 ? "yes" : "no"),
        Header("MWI-Message-Account", $"sip:{account}"),
        Header("MWI-Voice-Message", string.Create(CultureInfo.InvariantCulture, $"{unread}/{read} (0/0)")));

    /// <summary>Phones that ask, by destination.</summary>
    public static IObservable<string> Queries(IObservable<EventMessage> events) => events
        .Where(message => message.EventName == EventName.MessageQuery)
        .Select(message => message["Message-Account"] ?? "")
        .Select(account => Phone.OfPresence(account[(account.IndexOf(':', StringComparison.Ordinal) + 1)..]))
        .OfType<string>();

    static KeyValuePair<string, string> Header(string name, string value) => KeyValuePair.Create(name, value);
}
