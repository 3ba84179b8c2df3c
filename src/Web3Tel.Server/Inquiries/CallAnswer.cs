using Web3Tel.Explanation;

namespace Web3Tel.Server.Inquiries;

/// <summary>Why a caller was served as they were.</summary>
/// <param name="Now">Why the caller still waits, in words; null for one who does not.</param>
/// <param name="Waiting">The same as data.</param>
/// <param name="Complete">False when the journal does not reach back to the call's beginning, or there is too much of it.</param>
sealed record CallAnswer(string Id, string? Now, StillWaiting? Waiting, IReadOnlyList<AnswerLine> Steps, bool Complete);
