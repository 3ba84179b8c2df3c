using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Routing;

/// <summary>What comes before the user of a new connection has had the chance to subscribe.</summary>
sealed class HeldEvents(int capacity)
{
    readonly List<EventMessage> messages = [];
    bool overflowed;

    public void Add(EventMessage message)
    {
        if (messages.Count < capacity)
        {
            messages.Add(message);
        }
        else
        {
            overflowed = true;
        }
    }

    public void ReplayTo(ISink<EventMessage> sink, Func<EventMessage, bool> wanted)
    {
        foreach (var message in messages.Where(wanted))
        {
            sink.OnNext(message);
        }

        if (overflowed)
        {
            sink.End(new SubscriptionOverflowException(capacity));
        }
    }
}
