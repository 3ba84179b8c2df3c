using Web3Tel.Callbacks;

namespace Web3Tel.Server.Board;

/// <summary>What is special of somebody in the queue who is not on the line, but to be called back.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">How often the customer has been called, the attempt under way included.</param>
/// <param name="Rest">Why nobody is to call now; null when the turn counts.</param>
/// <param name="NotBefore">When that is over.</param>
/// <param name="Expires">When it is given up.</param>
public sealed record CallbackOnBoard(CallbackPhase State, int Attempts, CallbackRest? Rest, DateTimeOffset? NotBefore, DateTimeOffset Expires)
{
    /// <summary>Null for a caller on the line.</summary>
    public static CallbackOnBoard? Of(PendingCallback? callback) =>
        callback is null ? null : new CallbackOnBoard(callback.Phase, callback.Attempts, callback.Rest, callback.NotBefore, callback.Expires);
}
