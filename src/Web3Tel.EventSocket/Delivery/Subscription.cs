using System.Reactive.Disposables;
using Microsoft.Extensions.Logging;

namespace Web3Tel.EventSocket.Delivery;

/// <summary>
/// Between one publisher that must never wait and one subscriber that may do anything: a bounded queue. Too slow, the
/// subscriber is told so by an error; throwing, it is cut off. Neither touches anybody else.
/// </summary>
sealed class Subscription<T>(IObserver<T> observer, DeliveryMode mode, int capacity, ILogger logger) : ISink<T>, IDisposable, IThreadPoolWorkItem
{
    readonly Lock gate = new();
    readonly SingleAssignmentDisposable source = new();
    readonly bool inline = mode == DeliveryMode.Inline || observer is IReadSafe;
    Queue<T> queue = new();
    Exception? error;
    bool ended;
    bool stopped;
    bool draining;

    /// <summary>Called for each message that the publisher gave and the subscriber will not see.</summary>
    public Action<T>? Dropped { get; init; }

    /// <summary>Ties to the subscription what must end with it.</summary>
    public void Owns(IDisposable source) => this.source.Disposable = source;

    /// <summary>Whether the subscriber runs at once, so that nothing can be put off.</summary>
    public bool IsInline => inline;

    public void OnNext(T item)
    {
        if (Offer(item))
        {
            Drain();
        }
    }

    /// <summary>Keeps the message for the subscriber.</summary>
    /// <returns>Whether <see cref="Drain"/> must be called, now or soon.</returns>
    public bool Offer(T item)
    {
        bool full;
        lock (gate)
        {
            full = !ended && queue.Count == capacity;
            if (!ended && !full)
            {
                queue.Enqueue(item);
                return StartDraining();
            }
        }

        if (full)
        {
            Overflow();
        }

        Dropped?.Invoke(item);
        return false;
    }

    /// <summary>Lets the subscriber take what is kept for it.</summary>
    public void Drain()
    {
        if (inline)
        {
            ((IThreadPoolWorkItem)this).Execute();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    public void End(Exception? reason) => End(reason, forget: false);

    public void Dispose() => Stop();

    void IThreadPoolWorkItem.Execute()
    {
        while (TryTake(out var item, out var last))
        {
            if (last)
            {
                Stop();
                SafeObserver.End(observer, error, logger);
            }
            else if (!SafeObserver.Give(observer, item, logger))
            {
                Stop();
            }
        }
    }

    /// <summary>What it has missed makes the rest worthless: all of it is let go of at once.</summary>
    void Overflow()
    {
        Meters.Overflows.Add(1);
        Log.SubscriptionOverflowed(logger, capacity);
        source.Dispose();
        End(new SubscriptionOverflowException(capacity), forget: true);
    }

    void End(Exception? reason, bool forget)
    {
        var forgotten = new Queue<T>();
        bool start;
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            ended = true;
            error = reason;
            if (forget)
            {
                (forgotten, queue) = (queue, forgotten);
            }

            start = StartDraining();
        }

        Drop(forgotten);
        if (start)
        {
            Drain();
        }
    }

    void Stop()
    {
        Queue<T> forgotten;
        lock (gate)
        {
            if (stopped)
            {
                return;
            }

            stopped = ended = true;
            (forgotten, queue) = (queue, new Queue<T>());
        }

        source.Dispose();
        Drop(forgotten);
    }

    bool TryTake(out T item, out bool last)
    {
        lock (gate)
        {
            last = !queue.TryDequeue(out item!);
            draining = !stopped && (!last || ended);
            return draining;
        }
    }

    bool StartDraining() => !draining && (draining = true);

    void Drop(Queue<T> forgotten)
    {
        if (Dropped is not null)
        {
            foreach (var item in forgotten)
            {
                Dropped(item);
            }
        }
    }
}
