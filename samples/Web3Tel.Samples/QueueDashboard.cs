using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Distribution;

namespace Web3Tel.Samples;

/// <summary>
/// Shows how to look at the call center: its state is a value, told after each event, and all of it can be read without asking anybody. Here it
/// becomes a table on the console, at most once a second and only when something in it has changed.
/// </summary>
public static class QueueDashboard
{
    public static IObservable<Unit> Show(Distributor center, TextWriter console, IScheduler scheduler) => center.States
        .Sample(TimeSpan.FromSeconds(1), scheduler)
        .StartWith(center.Current)
        .Select(Table)
        .DistinctUntilChanged()
        .Do(console.WriteLine)
        .Select(_ => Unit.Default);

    static string Table(CallCenter state) => string.Join('\n',
    [
        "queue           waiting talking   ready",
        .. state.Queues.Values.Select(queue => $"{queue.Settings.Name,-15}{queue.Line.Count,8}{Talking(state, queue.Settings.Name),8}{queue.Ready.Count,8}"),
    ]);

    static int Talking(CallCenter state, string queue) => state.Callers.Values.Count(caller => caller.State is CallerState.Talking && caller.Queue == queue);
}
