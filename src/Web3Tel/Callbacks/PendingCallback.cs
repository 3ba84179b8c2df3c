using Web3Tel.Calls;

namespace Web3Tel.Callbacks;

/// <summary>A customer who is still to be called back, as shown to people.</summary>
/// <param name="Call">What it is cancelled by, and what stands in history and journal.</param>
/// <param name="Place">In the queue, 1 for the first, those on the line counted; null while the customer is called.</param>
/// <param name="Joined">Since when the customer has waited.</param>
/// <param name="Attempts">How often the customer has been called, the attempt under way included.</param>
/// <param name="Rest">Why nobody is to call now; null when the turn counts.</param>
/// <param name="NotBefore">When the rest is over.</param>
/// <param name="Expires">When it is given up.</param>
/// <param name="Agent">The agent who is rung, on the line or kept free for it.</param>
public sealed record PendingCallback(
    CallRef Call,
    string Queue,
    string Number,
    string Name,
    int? Place,
    DateTimeOffset Joined,
    DateTimeOffset Asked,
    CallbackPhase Phase,
    int Attempts,
    CallbackRest? Rest,
    DateTimeOffset? NotBefore,
    DateTimeOffset Expires,
    string? Agent);
