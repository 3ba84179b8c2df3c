using System.Collections.Immutable;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>
/// Some commands are answered by an event. Whoever sends one must not wait forever because nobody subscribed to it: it is
/// asked for just before, once per connection.
/// </summary>
sealed class NeededEvents(Session session)
{
    readonly Lock gate = new();
    ImmutableHashSet<EventName> asked = [];

    public void Ask(params ReadOnlySpan<EventName> names)
    {
        Events? command;
        lock (gate)
        {
            ImmutableArray<EventName> missing = [.. names.ToArray().Where(name => !session.Setup.Covers(name) && !asked.Contains(name))];
            asked = asked.Union(missing);
            command = missing.IsEmpty ? null : new Events(missing) { Format = session.Setup.Format };
        }

        if (command is not null)
        {
            session.Send(command).Subscribe(new SetupObserver(session, command));
        }
    }
}
