using System.Diagnostics;
using System.Reactive.Disposables;
using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>The calls we hold, by reference. Touched only from within the serializer.</summary>
sealed class FollowedCalls(Serializer serializer, Action<FollowedCall, CallEvent> happened) : IDisposable
{
    readonly Dictionary<CallRef, FollowedCall> _calls = [];

    public ICall? Find(CallRef call) => _calls.GetValueOrDefault(call)?.Call;

    /// <summary>Takes the place of an earlier connection to the same call, if there is one.</summary>
    public void Follow(ICall call, bool isLeg)
    {
        Forget(call.Info.Ref);
        var subscription = new SingleAssignmentDisposable();
        var followed = new FollowedCall(call, isLeg, subscription);
        _calls[call.Info.Ref] = followed;
        subscription.Disposable = call.Events.Subscribe(happening => serializer.Post(() => Tell(followed, happening)));
    }

    public void Forget(CallRef call)
    {
        if (_calls.Remove(call, out var followed))
        {
            followed.Subscription.Dispose();
        }
    }

    /// <summary>We have no more to do with an agent's leg; with a caller only when the call has ended.</summary>
    public void ForgetLeg(CallRef call)
    {
        if (_calls.GetValueOrDefault(call) is { IsLeg: true })
        {
            Forget(call);
        }
    }

    public void Dispose()
    {
        foreach (var followed in _calls.Values)
        {
            followed.Subscription.Dispose();
        }

        _calls.Clear();
    }

    void Tell(FollowedCall followed, CallEvent happening)
    {
        var call = followed.Call.Info.Ref;
        if (!ReferenceEquals(_calls.GetValueOrDefault(call), followed))
        {
            // What an earlier connection still had to say of a call that has come back since.
            return;
        }

        if (IsLast(happening))
        {
            _calls.Remove(call);
        }

        happened(followed, happening);
    }

    static bool IsLast(CallEvent happening) => happening switch
    {
        CallEvent.HungUp or CallEvent.Lost => true,
        CallEvent.Answered or CallEvent.Digit or CallEvent.Bridged or CallEvent.Unbridged => false,
        _ => throw new UnreachableException($"No rule for {happening.GetType().Name}."),
    };
}
