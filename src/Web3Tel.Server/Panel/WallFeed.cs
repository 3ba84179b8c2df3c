using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>Feeds all open pages from one reading: at most five times a second, and only while somebody looks.</summary>
internal sealed class WallFeed
{
    private const int WaitingShown = 50;
    private const int HistoryShown = 30;

    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StorageCheck = TimeSpan.FromSeconds(2);

    private readonly CallCenterService center;
    private readonly SwitchWatch @switch;
    private readonly ServiceSettings settings;
    private readonly TimeProvider time;
    private readonly IScheduler scheduler;

    public WallFeed(CallCenterService center, SwitchWatch @switch, ServiceSettings settings, TimeProvider time, IScheduler scheduler)
    {
        this.center = center;
        this.@switch = @switch;
        this.settings = settings;
        this.time = time;
        this.scheduler = scheduler;
        Walls = Observable.Defer(Changes).Sample(LeastInterval, scheduler).Select(_ => Observable.FromAsync(Read)).Concat().Publish().RefCount();
    }

    /// <summary>The wall, whenever something on it has changed.</summary>
    public IObservable<Wall> Walls { get; }

    /// <summary>The wall now.</summary>
    public async Task<Wall> Read() => new(
        BoardReader.Read(center.Current, time.GetUtcNow(), WaitingShown),
        await center.History.Page(before: null, HistoryShown).ConfigureAwait(false) ?? [],
        @switch.Trouble,
        center.StorageTrouble,
        settings.IsSimulated);

    private IObservable<Unit> Changes() => Observable.Merge(
        center.States.Select(_ => Unit.Default),
        center.History.Changes,
        @switch.Troubles.Select(_ => Unit.Default),
        Observable.Interval(StorageCheck, scheduler).Select(_ => center.StorageTrouble).DistinctUntilChanged().Select(_ => Unit.Default));
}
