using Web3Tel.Callbacks;
using Web3Tel.History;

namespace Web3Tel.Server.Api;

/// <summary>What became of a wish to be called back. The history has the same id, with each attempt in the journey.</summary>
/// <param name="Id">The id it had while it was open.</param>
/// <param name="Queue">Whose operators were to call.</param>
/// <param name="Number">The number to call.</param>
/// <param name="Name">The customer's name; empty when it is not known.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Joined">Since when the customer had waited.</param>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Ended">When it was over.</param>
/// <param name="Attempts">How often the customer was called.</param>
/// <param name="Agent">Id of the operator the customer talked to; null when there was no conversation.</param>
sealed record EndedCallback(
    string Id, string? Queue, string Number, string Name, CallbackEnd Fate, DateTimeOffset? Joined, DateTimeOffset Asked, DateTimeOffset Ended, int Attempts, string? Agent)
{
    /// <param name="call">One that was a callback.</param>
    public static EndedCallback Of(HistoryEntry call) => new(
        call.Id,
        call.Queue,
        call.Number,
        call.Name,
        call.Callback!.Value,
        call.Joined,
        call.Arrived,
        call.Ended,
        call.Journey.Count(step => step.What == JourneyEvent.CalledBack),
        call.Agent);
}
