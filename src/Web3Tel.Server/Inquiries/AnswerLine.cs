using Web3Tel.Explanation;

namespace Web3Tel.Server.Inquiries;

/// <summary>One decision or happening, in words and as data.</summary>
/// <param name="Entry">Number of the journal entry.</param>
/// <param name="Configuration">Version of the configuration that was valid.</param>
sealed record AnswerLine(long Entry, DateTimeOffset At, string Words, Finding What, int Configuration);
