using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Explanation;
using Web3Tel.History;
using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>Feeds all open pages from one reading: at once when something changes, seven times a second at most, and only while somebody looks.</summary>
sealed class WallFeed
{
    const int WaitingShown = 50;

    /// <summary>Of so many in each queue it is told what they wait for: the others have these before them.</summary>
    const int Reasoned = 10;

    const int HistoryShown = 30;

    static readonly TimeSpan StorageCheck = TimeSpan.FromSeconds(2);

    readonly CallCenterService center;
    readonly SwitchWatch @switch;
    readonly ServiceSettings settings;
    readonly TimeProvider time;
    readonly IScheduler scheduler;
    readonly ILogger logger;

    public WallFeed(
        CallCenterService center, SwitchWatch @switch, ServiceSettings settings, TimeProvider time, IScheduler scheduler, ILogger<WallFeed> logger)
    {
        this.center = center;
        this.@switch = @switch;
        this.settings = settings;
        this.time = time;
        this.scheduler = scheduler;
        this.logger = logger;
        Walls = Observable.Defer(Changes)
            .Paced(Pacing.LeastInterval, scheduler)
            .Select(_ => Observable.FromAsync(Read))
            .Concat()
            .Publish()
            .RefCount();
    }

    /// <summary>The wall, whenever something on it has changed.</summary>
    public IObservable<Wall> Walls { get; }

    /// <summary>The wall now.</summary>
    public async Task<Wall> Read()
    {
        var state = center.Current;
        var board = BoardReader.Read(state, time.GetUtcNow(), WaitingShown);
        return new Wall(board, await LatestCalls().ConfigureAwait(false), @switch.Trouble, center.StorageTrouble, settings.IsSimulated)
        {
            Repairs = state.Repairs,
            Reasons = (from call in board.Calls
                       where call.Position <= Reasoned
                       let reason = StillWaiting.Reason(state, new CallRef(call.Node, call.Id))
                       where reason is not null
                       select (call.Id, reason.Value)).ToDictionary(one => one.Id, one => one.Value),
        };
    }

    /// <summary>None while the history cannot be read: the page goes on without, and says that storage has trouble.</summary>
    async Task<IReadOnlyList<HistoryEntry>> LatestCalls()
    {
        try
        {
            return await center.History.Page(before: null, HistoryShown).ConfigureAwait(false) ?? [];
        }
        catch (ObjectDisposedException)
        {
            // The service stops, and the page with it.
            return [];
        }
        catch (Exception e)
        {
            Log.HistoryUnreadable(logger, e);
            return [];
        }
    }

    /// <summary>Until the call center stops.</summary>
    IObservable<Unit> Changes() => Observable.Merge(
        center.States.Select(_ => Unit.Default),
        center.History.Changes,
        @switch.Troubles.Select(_ => Unit.Default),
        Observable.Interval(StorageCheck, scheduler).Select(_ => center.StorageTrouble).DistinctUntilChanged().Select(_ => Unit.Default))
        .TakeUntil(center.States.IgnoreElements().Materialize());
}
