using Web3Tel.Skills;

namespace Web3Tel.Callers;

/// <summary>To whom of a queue's agents a waiting caller may be offered at the moment. Callers of equal profile may have the same agents.</summary>
/// <param name="Must">Skills the agent must have.</param>
/// <param name="Wanted">Skills by which the best of them is chosen, where the queue's strategy goes by skills.</param>
/// <param name="Waits">
/// How many times the caller has waited for the next level of agents to open; null when all levels are open, or the queue does not
/// make its callers wait for them.
/// </param>
/// <param name="Agent">Id of the only agent; null for no such limit.</param>
public sealed record Profile(SkillSet Must, SkillSet Wanted, int? Waits, string? Agent)
{
    /// <summary>To any of them.</summary>
    public static readonly Profile Anybody = new(SkillSet.None, SkillSet.None, null, null);
}
