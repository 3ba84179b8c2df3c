using System.Reactive.Concurrency;
using System.Reactive.Linq;

namespace Web3Tel.Server.Panel;

/// <summary>What is read once for all who look, again and again, and only while somebody does.</summary>
sealed class SharedReading<T>
{
    readonly Func<CancellationToken, Task<T>> read;
    readonly T unknown;
    readonly ILogger logger;

    /// <param name="every">From one reading to the next.</param>
    /// <param name="unknown">Shown while it cannot be read.</param>
    public SharedReading(TimeSpan every, Func<CancellationToken, Task<T>> read, T unknown, IScheduler scheduler, ILogger logger)
    {
        this.read = read;
        this.unknown = unknown;
        this.logger = logger;
        Values = Observable.Timer(TimeSpan.Zero, every, scheduler)
            .Select(_ => Observable.FromAsync(Read))
            .Concat()
            .Replay(1)
            .RefCount();
    }

    /// <summary>What was read last, for who comes later, and what is read from then on.</summary>
    public IObservable<T> Values { get; }

    async Task<T> Read(CancellationToken cancellation)
    {
        try
        {
            return await read(cancellation).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The service stops, and the page with it.
            return unknown;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The page goes on without: that storage has trouble it says itself.
            Log.ReportsNotCounted(logger, e);
            return unknown;
        }
    }
}
