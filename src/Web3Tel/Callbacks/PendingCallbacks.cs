using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Callbacks;

/// <summary>The callbacks of a call center that are still to be made.</summary>
public static class PendingCallbacks
{
    /// <summary>All of them, in the order in which they were asked for.</summary>
    public static IEnumerable<PendingCallback> Pending(this CallCenter state) => state.Callbacks.Values
        .Select(call => state.Callers[call])
        .OrderBy(caller => caller.Sequence)
        .Select(caller => Of(state, caller));

    /// <summary>The one of that id; null for none.</summary>
    public static PendingCallback? Pending(this CallCenter state, CallRef call) =>
        state.Callers.GetValueOrDefault(call) is { IsRequest: true } caller ? Of(state, caller) : null;

    /// <summary>The one that a queue has for a number, however it is written; null for none.</summary>
    public static PendingCallback? Pending(this CallCenter state, string queue, string number) =>
        state.RequestOf(queue, number) is { IsRequest: true } caller ? Of(state, caller) : null;

    /// <summary>The caller who is to be called back at this number, if one is.</summary>
    internal static Caller? RequestOf(this CallCenter state, string queue, string number) =>
        !state.Callbacks.IsEmpty && CallbackNumber.KeyOf(queue, number) is { } key && state.Callbacks.TryGetValue(key, out var call)
            ? state.Callers[call]
            : null;

    static PendingCallback Of(CallCenter state, Caller caller)
    {
        var callback = caller.Callback!;
        var (phase, offer) = caller.State switch
        {
            CallerState.Dialled dialled => (CallbackPhase.Calling, (long?)dialled.Offer),
            CallerState.Waiting { Offer: { } ringing } => (CallbackPhase.Offered, ringing),
            _ when caller.Guest is not null => (CallbackPhase.OutOfSight, null),
            _ => (callback.Rest is null ? CallbackPhase.Waiting : CallbackPhase.Resting, null),
        };
        return new PendingCallback(
            caller.Call,
            caller.Queue!,
            caller.Number,
            caller.Name,
            state.PositionOf(caller.Call),
            caller.Joined!.Value,
            callback.Asked,
            phase,
            callback.Attempts,
            callback.Rest,
            callback.NotBefore,
            callback.Expires,
            offer is { } number ? state.Offers.GetValueOrDefault(number)?.Agent : null);
    }
}
