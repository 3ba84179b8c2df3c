using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>Whom a step has set or taken away: who looks at the step need not look at everybody.</summary>
sealed class Touched
{
    public HashSet<CallRef> Callers { get; } = [];

    /// <summary>Ids; also of those whose offer was set or taken away.</summary>
    public HashSet<string> Agents { get; } = new(StringComparer.Ordinal);
}
