using System.Collections.Immutable;
using System.Reactive.Disposables;
using Microsoft.Extensions.Logging;

namespace Web3Tel.EventSocket.Delivery;

/// <summary>Tells all subscribers, each through a queue of its own; those who come late are told how it ended.</summary>
sealed class Broadcast<T>(EventSocketOptions options, ILogger logger) : IObservable<T>
{
    readonly Lock gate = new();
    ImmutableArray<Subscription<T>> subscriptions = [];
    bool ended;
    Exception? reason;

    public IDisposable Subscribe(IObserver<T> observer) => Subscribe(observer, []);

    /// <summary>Subscribes and first tells what was told before.</summary>
    public IDisposable Subscribe(IObserver<T> observer, ReadOnlySpan<T> before)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription<T>(observer, options.Delivery, options.QueueCapacity, logger);
        lock (gate)
        {
            foreach (var item in before)
            {
                subscription.OnNext(item);
            }

            if (ended)
            {
                subscription.End(reason);
                return subscription;
            }

            subscriptions = subscriptions.Add(subscription);
        }

        subscription.Owns(Disposable.Create(() => Remove(subscription)));
        return subscription;
    }

    public void OnNext(T item)
    {
        foreach (var subscription in subscriptions)
        {
            subscription.OnNext(item);
        }
    }

    public void End(Exception? error)
    {
        ImmutableArray<Subscription<T>> told;
        lock (gate)
        {
            ended = true;
            reason = error;
            (told, subscriptions) = (subscriptions, []);
        }

        foreach (var subscription in told)
        {
            subscription.End(error);
        }
    }

    void Remove(Subscription<T> subscription)
    {
        lock (gate)
        {
            subscriptions = subscriptions.Remove(subscription);
        }
    }
}
