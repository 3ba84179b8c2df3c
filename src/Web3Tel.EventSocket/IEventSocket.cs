using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket;

/// <summary>What an inbound and an outbound connection can both do. All else is vocabulary on top of <see cref="Send"/>.</summary>
public interface IEventSocket : IDisposable
{
    /// <summary>
    /// Every event that comes. Each subscription has a bounded queue of its own; one that falls behind ends with a
    /// <see cref="SubscriptionOverflowException"/>.
    /// </summary>
    IObservable<EventMessage> Events { get; }

    /// <summary>FreeSWITCH's own log, once it has been asked for.</summary>
    IObservable<LogLine> LogLines { get; }

    /// <summary>The events of one channel: however many channels are listened to, one costs the others nothing.</summary>
    IObservable<EventMessage> Channel(string uuid);

    /// <summary>
    /// Cold: each subscription sends the command once and gives its answer, then completes. An <c>-ERR</c> is an answer;
    /// an error is what kept the answer from coming: <see cref="ConnectionLostException"/>, <see cref="TimeoutException"/>,
    /// <see cref="ChannelHungUpException"/>. Disposing stops waiting, not FreeSWITCH.
    /// </summary>
    IObservable<TReply> Send<TReply>(Command<TReply> command);
}
