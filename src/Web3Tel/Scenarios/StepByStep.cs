using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace Web3Tel.Scenarios;

/// <summary>One step after another, however many there are: a step is over before the next one begins, and nothing is kept of it.</summary>
static class StepByStep
{
    /// <param name="take">Gives the next step; when it gives nothing, there is none.</param>
    public static IObservable<Unit> From(string? first, Func<string?, IObservable<string?>> take) => Observable.Create<Unit>(observer =>
    {
        var gate = new Lock();
        var taking = new SerialDisposable();
        var due = new Queue<string?>([first]);
        var isTaking = false;

        // A step that is over at once is followed from within this loop, not from within itself.
        void Go()
        {
            while (Next(out var step))
            {
                var given = new List<string?>(1);
                var current = new SingleAssignmentDisposable();
                taking.Disposable = current;
                current.Disposable = Observable.Defer(() => take(step)).Take(1).Subscribe(given.Add, observer.OnError, () => End(given));
            }
        }

        void End(List<string?> given)
        {
            if (given is [var next])
            {
                lock (gate)
                {
                    due.Enqueue(next);
                }

                Enter();
            }
            else
            {
                observer.OnCompleted();
            }
        }

        void Enter()
        {
            lock (gate)
            {
                if (isTaking)
                {
                    return;
                }

                isTaking = true;
            }

            Go();
        }

        bool Next(out string? step)
        {
            lock (gate)
            {
                isTaking = due.TryDequeue(out step);
                return isTaking;
            }
        }

        Enter();
        return taking;
    });
}
