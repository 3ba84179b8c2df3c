using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace Web3Tel.Server.Board;

/// <summary>How often what changes is told, to pages and to programs.</summary>
static class Pacing
{
    /// <summary>What changes right after a reading is read at its end: with the way to the page it is there within 200 ms.</summary>
    public static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// The first change at once, and then again when the interval is over, if there were others meanwhile: while it is quiet nobody waits, and while it
    /// is not nobody is told more often. On the scheduler, so that who changes something waits for nobody.
    /// </summary>
    /// <param name="least">From one to the next.</param>
    public static IObservable<Unit> Paced(this IObservable<Unit> source, TimeSpan least, IScheduler scheduler) => Observable.Create<Unit>(target =>
    {
        var (gate, ended, observer) = (new Lock(), new BooleanDisposable(), Observer.Synchronize(target));
        var (rests, isAsked) = (false, false);
        return new CompositeDisposable(ended, source.Subscribe(
            _ =>
            {
                lock (gate)
                {
                    if (rests)
                    {
                        isAsked = true;
                        return;
                    }

                    rests = true;
                }

                scheduler.Schedule(Tell);
            },
            observer.OnError,
            observer.OnCompleted));

        // Only when it has been told does the interval begin: one never runs into the other.
        void Tell()
        {
            if (!ended.IsDisposed)
            {
                observer.OnNext(Unit.Default);
                scheduler.Schedule(least, Rested);
            }
        }

        void Rested()
        {
            lock (gate)
            {
                (rests, isAsked) = (isAsked, false);
                if (!rests)
                {
                    return;
                }
            }

            Tell();
        }
    });
}
