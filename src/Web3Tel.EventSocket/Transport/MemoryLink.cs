using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace Web3Tel.EventSocket.Transport;

/// <summary>
/// A network of one address inside the process: what one side connects, the other side accepts. On a virtual clock
/// everything happens on one thread and without sockets.
/// </summary>
/// <remarks>Nothing is delivered inside <see cref="ITransport.Write"/>: all of it is scheduled, also without delay.</remarks>
public sealed class MemoryLink(IScheduler scheduler, MemoryLinkOptions? options = null) : IConnector, IAcceptor
{
    const int FirstPort = 40_000;

    readonly Lock gate = new();
    readonly MemoryLinkOptions options = options ?? new MemoryLinkOptions();
    ImmutableList<MemoryTransport> open = [];
    IObserver<ITransport>? listener;
    int connections;

    /// <inheritdoc/>
    public IObservable<ITransport> Accepted => Observable.Create<ITransport>(observer =>
    {
        lock (gate)
        {
            if (listener is not null)
            {
                throw new InvalidOperationException("Somebody listens on this link already.");
            }

            listener = observer;
        }

        return Disposable.Create(() =>
        {
            lock (gate)
            {
                listener = null;
            }
        });
    });

    /// <inheritdoc/>
    public IObservable<ITransport> Connect() => Observable.Create<ITransport>(observer =>
        scheduler.Schedule(options.Delay, () => Join(observer)));

    /// <summary>Cuts every connection: what is under way is lost and both ends are told the reason.</summary>
    public void Cut(Exception? reason = null)
    {
        ImmutableList<MemoryTransport> cut;
        lock (gate)
        {
            (cut, open) = (open, []);
        }

        foreach (var transport in cut)
        {
            transport.End(reason ?? new IOException("The connection was cut."));
        }
    }

    void Join(IObserver<ITransport> connecting)
    {
        MemoryTransport near;
        MemoryTransport far;
        IObserver<ITransport> accepting;
        lock (gate)
        {
            if (listener is null)
            {
                connecting.OnError(new IOException($"Connection to {options.AcceptingPeer} refused: nobody listens."));
                return;
            }

            near = new MemoryTransport(options.AcceptingPeer, scheduler, options);
            far = new MemoryTransport($"{options.ConnectingAddress}:{FirstPort + connections++ % 20_000}", scheduler, options);
            MemoryTransport.Join(near, far);
            open = open.RemoveAll(transport => transport.IsClosed).Add(near).Add(far);
            accepting = listener;
        }

        accepting.OnNext(far);
        connecting.OnNext(near);
        connecting.OnCompleted();
    }
}
