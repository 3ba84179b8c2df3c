using System.Collections.Concurrent;
using System.Reactive.Concurrency;
using System.Reactive.Linq;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>
/// Which legs have only just been bridged. FreeSWITCH tells of a bridge before the threads of both legs have met in it; a leg that is
/// taken out at that moment takes the other's life (switch_ivr_bridge.c: DESTINATION_OUT_OF_ORDER; seen 46 ms after CHANNEL_BRIDGE on 1.10.12).
/// </summary>
sealed class YoungBridges(IScheduler scheduler)
{
    static readonly TimeSpan Youth = TimeSpan.FromMilliseconds(300);

    readonly ConcurrentDictionary<string, DateTimeOffset> grownUp = new(StringComparer.Ordinal);

    public void Begin(string leg) => grownUp[leg] = scheduler.Now + Youth;

    public void Forget(string leg) => grownUp.TryRemove(leg, out _);

    /// <summary>At once, or as soon as the bridges of both legs are no longer young.</summary>
    public IObservable<T> Spare<T>(string leg, string other, Func<IObservable<T>> begin) => Observable.Defer(() =>
    {
        var wait = Rest(leg) > Rest(other) ? Rest(leg) : Rest(other);
        return wait > TimeSpan.Zero ? Observable.Timer(wait, scheduler).SelectMany(_ => begin()) : begin();
    });

    TimeSpan Rest(string leg) => grownUp.TryGetValue(leg, out var at) ? at - scheduler.Now : TimeSpan.Zero;
}
