using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using static Web3Tel.Flows.FlowSteps;

namespace Web3Tel.Samples;

/// <summary>Shows that a call is an observable: a key pressed while the greeting plays decides where the caller waits.</summary>
public static class ChooseQueue
{
    public static Flow<Unit> Flow(Distributor center, IScheduler scheduler) => Answer.Then(call =>
    {
        var greeting = Play("greeting.wav")(call).IgnoreElements().Select(_ => ' ');
        var key = call.Events.OfType<CallEvent.Digit>().Select(digit => digit.Key);
        return greeting.Concat(Observable.Timer(TimeSpan.FromSeconds(5), scheduler).Select(_ => ' '))
            .TakeUntil(key).Merge(key).Take(1)
            .SelectMany(pressed => Queueing.Queue(center, pressed == '2' ? "sales" : "support")(call));
    });
}
