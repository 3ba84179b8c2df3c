using System.Collections.Immutable;
using System.Reactive.Disposables;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Routing;

/// <summary>
/// Gives each event to those who listen to it: to all, to its channel, to its job. An event is made into a message once,
/// and not at all when nobody listens. Whoever runs on the pool is woken by <see cref="Flush"/>, once for all that came.
/// </summary>
sealed class EventRouter
{
    readonly Lock gate = new();
    readonly Routes channels = new();
    readonly Routes jobs = new();
    readonly List<Subscription<EventMessage>> ready = [];
    ImmutableArray<ISink<EventMessage>> everything = [];
    HeldEvents? held;
    bool ended;
    Exception? reason;

    public void Publish(Frame frame)
    {
        EventMessage? message = null;
        ImmutableArray<ISink<EventMessage>> all, ofChannel, ofJob;
        lock (gate)
        {
            all = everything;
            ofChannel = Find(channels, frame, "Unique-ID"u8);
            ofJob = Find(jobs, frame, "Job-UUID"u8);
            held?.Add(message = EventMessage.From(frame));
        }

        Give(all, frame, ref message);
        Give(ofChannel, frame, ref message);
        Give(ofJob, frame, ref message);
    }

    /// <summary>All that has arrived together is published.</summary>
    public void Flush()
    {
        foreach (var subscription in ready)
        {
            subscription.Drain();
        }

        ready.Clear();
    }

    public IDisposable Everything(ISink<EventMessage> sink) =>
        Add(sink, _ => true, () => everything = everything.Add(sink), () => everything = everything.Remove(sink));

    public IDisposable Channel(string uuid, ISink<EventMessage> sink) =>
        Add(sink, message => message.Uuid == uuid, () => channels.Add(uuid, sink), () => channels.Remove(uuid, sink));

    public IDisposable Job(string jobUuid, ISink<EventMessage> sink) =>
        Add(sink, message => message[HeaderNames.JobUuid] == jobUuid, () => jobs.Add(jobUuid, sink), () => jobs.Remove(jobUuid, sink));

    /// <summary>Keeps what comes for those who subscribe before <see cref="Release"/>.</summary>
    public void Hold(int capacity)
    {
        lock (gate)
        {
            held = new HeldEvents(capacity);
        }
    }

    public void Release()
    {
        lock (gate)
        {
            held = null;
        }
    }

    /// <summary>No more events: tells all who listen, and all who will.</summary>
    public void End(Exception? reason)
    {
        ISink<EventMessage>[] sinks;
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            ended = true;
            this.reason = reason;
            sinks = [.. everything, .. channels.All, .. jobs.All];
        }

        foreach (var sink in sinks)
        {
            sink.End(reason);
        }
    }

    void Give(ImmutableArray<ISink<EventMessage>> sinks, Frame frame, ref EventMessage? message)
    {
        foreach (var sink in sinks)
        {
            message ??= EventMessage.From(frame);
            if (sink is not Subscription<EventMessage> { IsInline: false } subscription)
            {
                sink.OnNext(message);
            }
            else if (subscription.Offer(message))
            {
                ready.Add(subscription);
            }
        }
    }

    static ImmutableArray<ISink<EventMessage>> Find(Routes routes, Frame frame, ReadOnlySpan<byte> header) =>
        !routes.IsEmpty && EventFrame.TryFind(frame, header, out var key) ? routes[key] : [];

    IDisposable Add(ISink<EventMessage> sink, Func<EventMessage, bool> wanted, Action add, Action remove)
    {
        lock (gate)
        {
            held?.ReplayTo(sink, wanted);
            if (!ended)
            {
                add();
                return Disposable.Create(() => Remove(remove));
            }
        }

        sink.End(reason);
        return Disposable.Empty;
    }

    void Remove(Action remove)
    {
        lock (gate)
        {
            remove();
        }
    }
}
