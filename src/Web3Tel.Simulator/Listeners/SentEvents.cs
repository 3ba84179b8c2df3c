using Web3Tel.EventSocket.Framing;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Listeners;

/// <summary><c>sendevent</c>: fires an event as if FreeSWITCH did. Telephones listen to MESSAGE_WAITING.</summary>
static class SentEvents
{
    const string MessageWaiting = "MESSAGE_WAITING";

    public static string Handle(SimulatedFreeSwitch freeSwitch, ReceivedCommand command)
    {
        var name = command.Arguments.ToUpperInvariant();
        var id = freeSwitch.NewUuid();
        freeSwitch.Fire(
            new EventKind(name, "mod_event_socket.c", "parse_command", 2276),
            [Header.Of(new HeaderName("Event-UUID"), id), .. command.Headers.Select(header => Header.Of(new HeaderName(header.Key), header.Value))]);
        if (name == MessageWaiting && command["MWI-Message-Account"] is { } account && command["MWI-Messages-Waiting"] is { } waiting)
        {
            var user = account[(account.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('@')[0];
            freeSwitch.Subscribers.Find(user)?.Notify(waiting == "yes", command["MWI-Voice-Message"] ?? "");
        }

        return $"+OK {id}";
    }
}
