using System.Reactive.Disposables;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>A background job on its way, and the wait for its event.</summary>
sealed class JobWait(Session session, BgApi job, IObserver<BackgroundJobResult> observer)
    : Wait<BackgroundJobResult>(observer, session.Options.Delivery, session.Logger), IReplySlot, ISink<EventMessage>
{
    readonly SingleAssignmentDisposable listening = new();

    public void Start()
    {
        session.Needs.Ask(EventName.BackgroundJob);
        session.Jobs.Add(this);
        listening.Disposable = session.Router.Job(job.JobUuid!, this);
        session.Enqueue(job, this);
        Limit(job.Timeout ?? session.Options.JobTimeout, $"background job {job.JobUuid}", session.Scheduler);
    }

    void IReplySlot.Reply(Frame frame)
    {
        var taken = job.Read(frame);
        if (!taken.Success)
        {
            Finish(taken);
        }
    }

    void ISink<EventMessage>.OnNext(EventMessage item)
    {
        if (item.EventName == EventName.BackgroundJob)
        {
            Finish(new BackgroundJobResult(job.JobUuid!, item.Body ?? ""));
        }
    }

    void ISink<EventMessage>.End(Exception? reason) =>
        Fail(new ConnectionLostException($"No more events come, so background job {job.JobUuid} cannot be heard of.", reason!));

    protected override void Over()
    {
        listening.Dispose();
        session.Jobs.Remove(this);
    }
}
