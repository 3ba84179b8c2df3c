using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Flows;

namespace Web3Tel.Hours;

/// <summary>Opening hours as a step of a flow.</summary>
public static class HoursFlow
{
    /// <summary>One flow while it is open, another while it is closed.</summary>
    /// <param name="hours">Asked when the caller comes to this step, so that a change counts for the next caller.</param>
    public static Flow<T> ByHours<T>(Func<OpeningHours> hours, IScheduler scheduler, Flow<T> open, Flow<T> closed) => call =>
        Observable.Defer(() => (hours().IsOpen(scheduler.Now) ? open : closed)(call));
}
