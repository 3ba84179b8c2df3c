using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;

namespace Web3Tel.Distribution;

/// <summary>Calls of people who command the call center: each goes through its flow and is then hung up. The engine does not know of them.</summary>
sealed class ServiceCalls(Action<Exception> failed) : IDisposable
{
    readonly CompositeDisposable _running = [];

    public void Run(ICall call, Flow<Unit> flow)
    {
        var running = new SingleAssignmentDisposable();
        _running.Add(running);
        running.Disposable = Observable.Defer(() => flow(call))
            .TakeUntil(call.Events.LastOrDefaultAsync())
            .IgnoreElements()
            .Select(_ => Reply.Done)
            .Catch((Exception error) =>
            {
                failed(error);
                return Observable.Empty<Reply>();
            })
            .Concat(call.Do(new CallCommand.HangUp(HangupCause.NormalClearing)))
            .Finally(() => _running.Remove(running))
            .Subscribe(_ => { }, failed);
    }

    public void Dispose() => _running.Dispose();
}
