using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Subjects;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Flows;

namespace Web3Tel.Distribution;

/// <summary>The flows callers are in, and what those flows are told. Touched only from within the serializer.</summary>
sealed class RunningFlows(Serializer serializer, Action<CallRef, string?> ended) : IDisposable
{
    readonly Dictionary<CallRef, IDisposable> _flows = [];
    readonly Dictionary<CallRef, Subject<CallerState>> _watched = [];

    /// <summary>Takes the place of the flow the call was in.</summary>
    public void Start(ICall call, Flow<Unit> beginning)
    {
        var reference = call.Info.Ref;
        Stop(reference);
        var flow = new SingleAssignmentDisposable();
        _flows[reference] = flow;
        flow.Disposable = beginning(call).Subscribe(
            _ => { },
            error => serializer.Post(() => End(reference, flow, error.Message)),
            () => serializer.Post(() => End(reference, flow, null)));
    }

    /// <summary>A flow ends when its call ends, or is out of sight.</summary>
    public void Stop(CallRef call)
    {
        if (_flows.Remove(call, out var flow))
        {
            flow.Dispose();
        }
    }

    public IDisposable Watch(CallRef call, CallerState state, IObserver<CallerState> observer)
    {
        if (!_watched.TryGetValue(call, out var subject))
        {
            _watched[call] = subject = new Subject<CallerState>();
        }

        observer.OnNext(state);
        return subject.Subscribe(observer);
    }

    public void Inform(CallRef call, CallerState state)
    {
        if (_watched.TryGetValue(call, out var subject))
        {
            subject.OnNext(state);
        }
    }

    /// <summary>We have no more to do with the call.</summary>
    public void Release(CallRef call)
    {
        Stop(call);
        if (_watched.Remove(call, out var subject))
        {
            subject.OnCompleted();
        }
    }

    public void Dispose()
    {
        foreach (var flow in _flows.Values)
        {
            flow.Dispose();
        }

        _flows.Clear();
        _watched.Clear();
    }

    void End(CallRef call, IDisposable flow, string? problem)
    {
        if (ReferenceEquals(_flows.GetValueOrDefault(call), flow))
        {
            _flows.Remove(call);
            ended(call, problem);
        }
    }
}
