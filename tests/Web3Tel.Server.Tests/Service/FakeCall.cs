using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Server.Tests.Service;

/// <summary>A leg that does at once what it is told.</summary>
sealed class FakeCall(CallInfo info) : ICall
{
    readonly ReplaySubject<CallEvent> events = new(1);
    bool over;

    public CallInfo Info { get; } = info;

    public IObservable<CallEvent> Events => events.Where(happened => over == happened is CallEvent.HungUp or CallEvent.Lost);

    public CallRef? BridgedTo { get; private set; }

    /// <summary>Where the conversation is to be recorded, under the recordings folder.</summary>
    public string? RecordedTo { get; private set; }

    public IObservable<Reply> Do(CallCommand command) => command switch
    {
        CallCommand.PlayMusic => Observable.Never<Reply>(),
        CallCommand.Bridge bridge => Observable.Defer(() =>
        {
            BridgedTo = bridge.Other;
            RecordedTo = bridge.RecordTo;
            return Observable.Return(Reply.Done);
        }),
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
