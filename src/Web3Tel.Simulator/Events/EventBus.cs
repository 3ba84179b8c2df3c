using Web3Tel.Simulator.Listeners;

namespace Web3Tel.Simulator.Events;

/// <summary>
/// Brings events to those who asked for them. A connection that follows one call is found by that call, so that ten
/// thousand waiting callers cost an event of the ten-thousand-and-first nothing; an event nobody wants is only counted.
/// </summary>
sealed class EventBus(EventWriter writer)
{
    readonly List<Listener> everywhere = [];
    readonly Dictionary<string, List<Listener>> byChannel = [];

    public long Sequence { get; private set; } = 1000;

    public void Add(Listener listener, string? onlyChannel)
    {
        if (onlyChannel is null)
        {
            everywhere.Add(listener);
            return;
        }

        if (!byChannel.TryGetValue(onlyChannel, out var followers))
        {
            byChannel[onlyChannel] = followers = [];
        }

        followers.Add(listener);
    }

    public void Remove(Listener listener, string? onlyChannel)
    {
        if (onlyChannel is null)
        {
            everywhere.Remove(listener);
        }
        else if (byChannel.TryGetValue(onlyChannel, out var followers) && followers.Remove(listener) && followers.Count == 0)
        {
            byChannel.Remove(onlyChannel);
        }
    }

    /// <summary>Counts the event; says whether it is worth making.</summary>
    public bool IsWanted(EventKind kind, string? channel, string? owner = null)
    {
        Sequence++;
        return Wants(everywhere, kind) || Wants(Followers(channel), kind) || Wants(Followers(owner), kind);
    }

    /// <summary>Sends an event that <see cref="IsWanted"/> has just counted.</summary>
    public void Send(SwitchEvent happened)
    {
        writer.Begin(happened, Sequence);
        Send(everywhere, happened);
        Send(Followers(happened.ChannelId), happened);
        if (happened.OwnerId != happened.ChannelId)
        {
            Send(Followers(happened.OwnerId), happened);
        }
    }

    /// <summary>Sends an event to one connection only, as diverted events are.</summary>
    public void SendTo(Listener listener, SwitchEvent happened)
    {
        Sequence++;
        if (listener.Subscription.Wants(happened.Kind))
        {
            writer.Begin(happened, Sequence);
            listener.Deliver(writer.Frame(listener.Subscription.Format));
        }
    }

    List<Listener>? Followers(string? channel) => channel is null ? null : byChannel.GetValueOrDefault(channel);

    static bool Wants(List<Listener>? listeners, EventKind kind)
    {
        foreach (var listener in listeners ?? [])
        {
            if (listener.Subscription.Wants(kind))
            {
                return true;
            }
        }

        return false;
    }

    void Send(List<Listener>? listeners, SwitchEvent happened)
    {
        // By index from a copy of the count: delivering may close a connection, which then leaves the list.
        for (var i = 0; i < listeners?.Count; i++)
        {
            var listener = listeners[i];
            if (listener.Subscription.Wants(happened.Kind) && listener.Subscription.Passes(writer.Lookup))
            {
                listener.Deliver(writer.Frame(listener.Subscription.Format));
            }
        }
    }
}
