using System.Collections.Concurrent;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Server.Tests.Service;

/// <summary>A leg that does at once what it is told.</summary>
sealed class FakeCall(CallInfo info) : ICall
{
    readonly ReplaySubject<CallEvent> events = new(1);
    readonly Subject<CallEvent.Digit> keys = new();
    bool over;

    public CallInfo Info { get; } = info;

    public IObservable<CallEvent> Events => events.Where(happened => over == happened is CallEvent.HungUp or CallEvent.Lost).Merge(keys.TakeUntil(events.LastOrDefaultAsync()));

    public void Press(char key) => keys.OnNext(new CallEvent.Digit(Info.Arrived, key));

    /// <summary>What was played, in order.</summary>
    public ConcurrentQueue<string> Played { get; } = new();

    /// <summary>Where the caller is being recorded to, or was last.</summary>
    public string? RecordsTo { get; private set; }

    /// <summary>Ends the recording when the test says so.</summary>
    public Subject<Reply> Recording { get; } = new();

    public CallRef? BridgedTo { get; private set; }

    /// <summary>Where the conversation is to be recorded, under the recordings folder.</summary>
    public string? RecordedTo { get; private set; }

    /// <summary>What is answered to orders to pause the recording, or to let it go on.</summary>
    public IObservable<Reply> Masking { get; set; } = Observable.Return(Reply.Done);

    public IObservable<Reply> Do(CallCommand command) => command switch
    {
        CallCommand.Play play => Observable.Defer(() =>
        {
            Played.Enqueue(play.Source);
            return Observable.Return(Reply.Done);
        }),
        CallCommand.Record record => Observable.Defer(() =>
        {
            RecordsTo = record.Path;
            return Recording.Take(1);
        }),
        CallCommand.PlayMusic => Observable.Never<Reply>(),
        CallCommand.Bridge bridge => Observable.Defer(() =>
        {
            BridgedTo = bridge.Other;
            RecordedTo = bridge.RecordTo;
            return Observable.Return(Reply.Done);
        }),
        CallCommand.Mask => Masking,
        CallCommand.HangUp hangUp => Observable.Defer(() =>
        {
            End(hangUp.Cause, HungUpBy.Service);
            return Observable.Return(Reply.Done);
        }),
        _ => Observable.Return(Reply.Done),
    };

    public void End(HangupCause cause, HungUpBy by)
    {
        if (!over)
        {
            over = true;
            events.OnNext(new CallEvent.HungUp(Info.Arrived, cause, by));
            events.OnCompleted();
        }
    }
}
