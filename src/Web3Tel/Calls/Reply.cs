namespace Web3Tel.Calls;

/// <summary>How a <see cref="CallCommand"/> ended.</summary>
/// <param name="Outcome">In one word.</param>
/// <param name="Detail">What the switch said, for the log and the journey.</param>
public sealed record Reply(ReplyOutcome Outcome, string Detail = "")
{
    public static readonly Reply Done = new(ReplyOutcome.Done);

    public bool IsDone => Outcome == ReplyOutcome.Done;
}
