namespace Web3Tel.Server.Inquiries;

/// <summary>Why an operator was offered callers, or was not.</summary>
/// <param name="Complete">False when older steps were left out, or the journal does not reach back that far.</param>
sealed record OperatorAnswer(string Id, DateTimeOffset Since, IReadOnlyList<AnswerLine> Steps, bool Complete);
