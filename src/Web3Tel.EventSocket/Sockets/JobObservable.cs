using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>A background job: subscribing sends it.</summary>
sealed class JobObservable(Session session, BgApi command) : IObservable<BackgroundJobResult>
{
    public IDisposable Subscribe(IObserver<BackgroundJobResult> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var job = command with { JobUuid = command.JobUuid ?? session.Options.NewId() };
        var wait = new JobWait(session, job, observer);
        wait.Start();
        return wait;
    }
}
