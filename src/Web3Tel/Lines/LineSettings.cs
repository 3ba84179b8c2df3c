using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Lines;

/// <summary>A number that callers dial.</summary>
/// <param name="Number">As the switch tells it.</param>
public sealed record LineSettings(string Number)
{
    /// <summary>How much earlier than they joined its callers are served; negative for later.</summary>
    public TimeSpan Priority { get; init; }

    /// <summary>What its calls ask of an operator; null for nothing.</summary>
    public SkillDemand? Demand { get; init; }

    /// <summary>How many callers it holds at once, from arrival to the end of the call; null for any number.</summary>
    public int? Channels { get; init; }

    /// <summary>Where a caller goes who is one too many; null for the busy tone, without an answer.</summary>
    public NextStep? WhenBusy { get; init; }
}
