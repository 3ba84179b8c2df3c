using Web3Tel.Calls;
using Web3Tel.Skills;

namespace Web3Tel.Callbacks;

/// <summary>Somebody wants to be called back instead of waiting.</summary>
/// <param name="Queue">The queue whose operator shall call.</param>
/// <param name="Number">The number to call, as it is dialled.</param>
public sealed record CallbackWish(string Queue, string Number)
{
    /// <summary>The call in which it was asked for; null when it was asked for otherwise.</summary>
    public CallRef? Call { get; init; }

    /// <summary>Since when the caller has waited: the place in the queue counts from then. Null for from now on.</summary>
    public DateTimeOffset? Joined { get; init; }

    /// <summary>How much earlier than the joining the place counts from.</summary>
    public TimeSpan? Priority { get; init; }

    /// <summary>What the caller asks of an agent.</summary>
    public SkillDemand? Skills { get; init; }

    /// <summary>The caller's name, when it is known.</summary>
    public string? Name { get; init; }
}
