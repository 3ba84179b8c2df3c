namespace Web3Tel.Simulator.People;

/// <summary>What an operator does with one call.</summary>
public sealed record OperatorBehaviour
{
    public OperatorOutcome Outcome { get; init; } = OperatorOutcome.Answers;

    /// <summary>How long the telephone rings before that.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the conversation lasts before the operator hangs up; null: the caller ends it.</summary>
    public TimeSpan? Talk { get; init; }
}
