namespace Web3Tel.Calls;

/// <summary>How a <see cref="CallCommand"/> ended.</summary>
/// <param name="Outcome">In one word.</param>
/// <param name="Detail">What the switch said, for the log and the journey.</param>
public sealed record Reply(ReplyOutcome Outcome, string Detail = "")
{
    public static readonly Reply Done = new(ReplyOutcome.Done);

    /// <summary>What was recorded, where something was and it is known: of <see cref="CallCommand.Record"/>, also when the call ended it.</summary>
    public Recorded? Recorded { get; init; }

    public bool IsDone => Outcome == ReplyOutcome.Done;
}
