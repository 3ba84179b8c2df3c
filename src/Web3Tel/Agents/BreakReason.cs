namespace Web3Tel.Agents;

/// <summary>Why an agent may go on break.</summary>
/// <param name="Id">Unique; letters, digits, <c>.</c>, <c>-</c> and <c>_</c>. Kept in journals: do not reuse one for something else.</param>
/// <param name="Name">What people read.</param>
public sealed record BreakReason(string Id, string Name)
{
    /// <summary>The call center's own reason: too many offers in a row were not answered.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The call center's own reason: a supervisor wished it.</summary>
    public const string Supervisor = "supervisor";

    internal static bool IsOwn(string id) => id is NoAnswer or Supervisor;
}
