using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Threading.Channels;
using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Scenarios;

namespace Web3Tel.Server.Happenings;

/// <summary>
/// Feeds all who read events from one reading: as often as the pages' wall is read, and only while somebody reads. Nobody is waited for:
/// a reader who is slow sees fewer pictures, with more difference between them.
/// </summary>
sealed class EventFeed
{
    /// <summary>So far back a reader who comes again is told what is new; one who was away for longer is told all.</summary>
    const int Remembered = 50;

    static readonly TimeSpan OutboxLook = TimeSpan.FromSeconds(2);

    readonly Lock gate = new();
    readonly Queue<Picture> remembered = new();
    readonly CallCenterService center;
    readonly WallFeed walls;
    readonly PictureReader reader;
    readonly IScheduler scheduler;
    readonly ILogger logger;
    volatile Picture latest = Picture.Nothing;
    volatile bool isFollowed;

    public EventFeed(CallCenterService center, WallFeed walls, MailService mail, ScenarioList scenarios, IScheduler scheduler, ILogger<EventFeed> logger)
    {
        this.center = center;
        this.walls = walls;
        this.scheduler = scheduler;
        this.logger = logger;
        reader = new PictureReader(center, mail, scenarios, logger);
        var followed = Observable.Create<Unit>(Follow).Publish().RefCount();
        Changes = Observable.Defer(() => isFollowed ? followed.Merge(Observable.Return(Unit.Default)) : followed);
    }

    /// <summary>Numbers of pictures count within one life of the service.</summary>
    public string Life { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>Says that <see cref="Latest"/> is there, and whenever it is another one; until the call center stops.</summary>
    public IObservable<Unit> Changes { get; }

    /// <summary>The newest picture.</summary>
    public Picture Latest => latest;

    /// <summary>A picture that somebody has seen, or null when that is too long ago.</summary>
    public Picture? Find(long number)
    {
        lock (gate)
        {
            return remembered.FirstOrDefault(picture => picture.Number == number);
        }
    }

    async Task Follow(IObserver<Unit> observer, CancellationToken cancellation)
    {
        Wall? wall = null;
        var stirred = Channel.CreateBounded<Unit>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watching = walls.Walls.Do(next => Volatile.Write(ref wall, next)).Select(_ => Unit.Default)
            .Merge(Others().TakeUntil(walls.Walls.IgnoreElements().Materialize()))
            .Subscribe(_ => stirred.Writer.TryWrite(Unit.Default), why => stirred.Writer.TryComplete(why), () => stirred.Writer.TryComplete());
        Interlocked.CompareExchange(ref wall, await walls.Read().ConfigureAwait(false), null);
        try
        {
            do
            {
                Look(await reader.Read(Volatile.Read(ref wall)!).ConfigureAwait(false));
                isFollowed = true;
                observer.OnNext(Unit.Default);
            }
            while (await stirred.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false) && stirred.Reader.TryRead(out _));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Readers come again by themselves.
            Log.EventsEnded(logger, e);
        }
        finally
        {
            isFollowed = false;
        }
    }

    /// <summary>What no wall shows.</summary>
    IObservable<Unit> Others() => center.Messages.Changes.Select(_ => Unit.Default)
        .Merge(Observable.Interval(OutboxLook, scheduler).Select(_ => Unit.Default))
        .Paced(Pacing.LeastInterval, scheduler);

    void Look(IReadOnlyList<Piece> seen)
    {
        var next = latest.Next(seen);
        if (ReferenceEquals(next, latest))
        {
            return;
        }

        lock (gate)
        {
            latest = next;
            remembered.Enqueue(next);
            if (remembered.Count > Remembered)
            {
                remembered.Dequeue();
            }
        }
    }
}
