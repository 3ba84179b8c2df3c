using Web3Tel.Callbacks;

namespace Web3Tel.Server.Api;

/// <summary>A customer who is still to be called back, as the API tells it.</summary>
/// <param name="Id">By which it can be cancelled, and found in the history.</param>
/// <param name="Queue">Whose operators call.</param>
/// <param name="Number">The number to call.</param>
/// <param name="Name">The customer's name; empty when it is not known.</param>
/// <param name="State">How far it is.</param>
/// <param name="Place">In the queue, callers on the line counted; null while the customer is called.</param>
/// <param name="Joined">Since when the customer has waited.</param>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Attempts">How often the customer has been called, the attempt under way included.</param>
/// <param name="Rest">Why nobody is to call now; null when the turn counts.</param>
/// <param name="NextAttempt">Before when nobody calls; null when the turn counts.</param>
/// <param name="Expires">When it is given up.</param>
/// <param name="Agent">Id of the operator who is rung, on the line or kept free for it.</param>
sealed record OpenCallback(
    string Id,
    string Queue,
    string Number,
    string Name,
    CallbackPhase State,
    int? Place,
    DateTimeOffset Joined,
    DateTimeOffset Asked,
    int Attempts,
    CallbackRest? Rest,
    DateTimeOffset? NextAttempt,
    DateTimeOffset Expires,
    string? Agent)
{
    public static OpenCallback Of(PendingCallback callback) => new(
        callback.Call.Id,
        callback.Queue,
        callback.Number,
        callback.Name,
        callback.Phase,
        callback.Place,
        callback.Joined,
        callback.Asked,
        callback.Attempts,
        callback.Rest,
        callback.NotBefore,
        callback.Expires,
        callback.Agent);
}
