using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;

namespace Web3Tel.Information;

/// <summary>
/// Tells callers something that is read from elsewhere, and goes on. One for all callers: what was read last is told when the source is slow,
/// broken or gone.
/// </summary>
/// <param name="failed">Told why the source could not be read; from any thread.</param>
public sealed class InformationFlow(IInformationSource source, InformationSettings settings, IScheduler scheduler, Action<Exception>? failed = null)
{
    /// <summary>What was read, and when; replaced in one piece.</summary>
    volatile Known? _last;

    /// <summary>The step: any key ends it, in the middle of a word, too; so does the end of the call.</summary>
    public Flow<Unit> Tell => TryTell.Select(_ => Unit.Default);

    /// <summary>The same, and gives whether there was something to tell: false when nothing was there, or the switch does not play it.</summary>
    public Flow<bool> TryTell => call => Observable.Defer(() =>
    {
        var isTold = false;
        return Sound(call)
            .SelectMany(sound => sound is null ? Observable.Empty<Reply>() : FlowSteps.Play(sound)(call))
            .Do(reply => isTold = reply.Outcome != ReplyOutcome.Refused)
            .TakeUntil(call.Events.OfType<CallEvent.Digit>().Do(_ => isTold = true))
            .Select(_ => false)
            .IgnoreElements()
            .Concat(Observable.Defer(() => Observable.Return(isTold)));
    });

    /// <summary>What to play; null for nothing. It is there when <see cref="InformationSettings.Patience"/> is over at the latest.</summary>
    IObservable<string?> Sound(ICall call)
    {
        if (Remembered(settings.Fresh) is { } fresh)
        {
            return Observable.Return<string?>(fresh);
        }

        var read = source.Read()
            .Take(1)
            .Do(sound => _last = new Known(sound, scheduler.Now))
            .Timeout(settings.Patience, scheduler)
            .Select(sound => (string?)sound)
            .Catch((Exception why) =>
            {
                failed?.Invoke(why);
                return Observable.Return(Remembered(settings.Kept) ?? settings.Fallback);
            })
            .DefaultIfEmpty(settings.Fallback);
        return settings.Music is { } music ? Meanwhile(read, FlowSteps.PlayMusic(music)(call)) : read;
    }

    /// <summary>Music until the value is there: it has ended before the value is given on, and does not begin for one that is there at once.</summary>
    static IObservable<T> Meanwhile<T>(IObservable<T> awaited, IObservable<Reply> music) => Observable.Create<T>(observer =>
    {
        var gate = new Lock();
        var playing = new SingleAssignmentDisposable();
        var reading = awaited.Do(_ => End()).Subscribe(observer);
        lock (gate)
        {
            if (!playing.IsDisposed)
            {
                playing.Disposable = music.Subscribe(_ => { });
            }
        }

        return new CompositeDisposable(reading, playing);

        void End()
        {
            lock (gate)
            {
                playing.Dispose();
            }
        }
    });

    string? Remembered(TimeSpan atMost) => _last is { } known && scheduler.Now - known.At <= atMost ? known.Sound : null;

    sealed record Known(string Sound, DateTimeOffset At);
}
