namespace Web3Tel.History;

/// <summary>What an agent has written of a conversation.</summary>
/// <param name="Agent">Whose conversation it was.</param>
/// <param name="Result">Id of a <see cref="Queues.ResultCode"/> of the queue; null for none.</param>
/// <param name="Text">May hold any character.</param>
public sealed record CallNote(string Agent, string? Result, string Text)
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 2_000;

    /// <summary>As it stands in the journey: the result, a colon, and the text.</summary>
    internal string Detail => $"{Result}: {Text}";
}
