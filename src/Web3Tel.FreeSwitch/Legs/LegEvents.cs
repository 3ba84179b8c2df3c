using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>What happens on one leg. Its end is said once and repeated to whoever asks later.</summary>
sealed class LegEvents
{
    readonly Subject<CallEvent> happening = new();
    readonly AsyncSubject<CallEvent> end = new();
    int ended;

    public IObservable<CallEvent> Stream => happening.Merge(end);

    public IObservable<CallEvent> End => end;

    public bool HasEnded => Volatile.Read(ref ended) == 1;

    public void Say(CallEvent happened)
    {
        if (happened is CallEvent.HungUp or CallEvent.Lost)
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                end.OnNext(happened);
                end.OnCompleted();
                happening.OnCompleted();
            }
        }
        else if (!HasEnded)
        {
            happening.OnNext(happened);
        }
    }
}
