using Microsoft.Extensions.Logging;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Routing;

/// <summary>A part of the events as an observable: each subscription has a queue of its own.</summary>
sealed class EventStream(Func<ISink<EventMessage>, IDisposable> listen, EventSocketOptions options, ILogger logger) : IObservable<EventMessage>
{
    public IDisposable Subscribe(IObserver<EventMessage> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription<EventMessage>(observer, options.Delivery, options.QueueCapacity, logger);
        subscription.Owns(listen(subscription));
        return subscription;
    }
}
