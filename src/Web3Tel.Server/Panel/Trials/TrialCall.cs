using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Server.Panel.Trials;

/// <summary>A leg of a call that is only thought of: what it is to play is written down, and takes the time it would take.</summary>
/// <param name="tell">Takes what the caller meets; null for the leg of whoever is rung.</param>
sealed class TrialCall(CallInfo info, IScheduler clock, Func<string, TimeSpan?> lengthOf, Action<TrialKind, string>? tell, Func<TrialCall, CallRef, bool> bridge) : ICall
{
    const int LettersASecond = 14;

    readonly Subject<CallEvent> events = new();
    CallEvent? last;

    public CallInfo Info => info;

    public bool IsOver => last is not null;

    public CallRef? With { get; private set; }

    public IObservable<CallEvent> Events => Observable.Defer(() => last is { } ended ? Observable.Return(ended) : events);

    public IObservable<Reply> Do(CallCommand command) => Observable.Defer(() => IsOver ? Observable.Return(new Reply(ReplyOutcome.CallEnded)) : Begin(command));

    public void Press(char key) => Happen(new CallEvent.Digit(clock.Now, key));

    public void Join(CallRef other)
    {
        With = other;
        Happen(new CallEvent.Bridged(clock.Now, other));
    }

    public void End(HangupCause cause, HungUpBy by)
    {
        if (!IsOver)
        {
            last = new CallEvent.HungUp(clock.Now, cause, by);
            tell?.Invoke(TrialKind.Ended, cause.Name);
            events.OnNext(last);
            events.OnCompleted();
        }
    }

    IObservable<Reply> Begin(CallCommand command)
    {
        switch (command)
        {
            case CallCommand.Answer:
                tell?.Invoke(TrialKind.Taken, "");
                Happen(new CallEvent.Answered(clock.Now));
                return Observable.Return(Reply.Done);
            case CallCommand.Play play:
                return Lasts(Hear(play.Source));
            case CallCommand.PlayMusic music:
                tell?.Invoke(TrialKind.Music, music.Source);
                return Lasts(Timeout.InfiniteTimeSpan);
            case CallCommand.Record record:
                tell?.Invoke(TrialKind.Records, "");
                var began = clock.Now;
                return events.OfType<CallEvent.Digit>().Where(digit => digit.Key == '#').Select(_ => false).Amb(Observable.Timer(record.Longest, clock).Select(_ => true)).Take(1)
                    .Select(_ => Reply.Done with { Recorded = new Recorded(clock.Now - began, EndedInSilence: false) })
                    .Merge(Over().Select(over => over with { Recorded = new Recorded(clock.Now - began, EndedInSilence: false) })).Take(1);
            case CallCommand.Bridge { Other: var other }:
                return Observable.Return(bridge(this, other) ? Reply.Done : new Reply(ReplyOutcome.Refused, "There is no such leg."));
            case CallCommand.HangUp hangUp:
                End(hangUp.Cause, HungUpBy.Service);
                return Observable.Return(Reply.Done);
            default:
                return Observable.Return(Reply.Done);
        }
    }

    TimeSpan Hear(string source)
    {
        var (kind, text) = TrialVoice.Read(source);
        tell?.Invoke(kind, text);
        return lengthOf(source) ?? TimeSpan.FromSeconds(kind == TrialKind.Words ? Math.Max(1, (double)text.Length / LettersASecond) : 3);
    }

    IObservable<Reply> Lasts(TimeSpan time) => (time == Timeout.InfiniteTimeSpan ? Observable.Never<long>() : Observable.Timer(time, clock)).Select(_ => Reply.Done).Merge(Over()).Take(1);

    IObservable<Reply> Over() => events.OfType<CallEvent.HungUp>().Select(_ => new Reply(ReplyOutcome.CallEnded));

    void Happen(CallEvent happened)
    {
        if (!IsOver)
        {
            events.OnNext(happened);
        }
    }
}
