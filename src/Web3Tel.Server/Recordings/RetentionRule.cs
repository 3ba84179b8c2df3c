namespace Web3Tel.Server.Recordings;

/// <summary>Some recordings are deleted so many days after the conversation; those that no rule names never.</summary>
/// <param name="Queue">The queue, where it is one; else empty.</param>
sealed record RetentionRule(string Queue, int Days, RetentionScope Of = RetentionScope.Queue)
{
    /// <summary>As people are told it; no queue is called like one that is none.</summary>
    public string Name => Of switch
    {
        RetentionScope.Queue => Queue,
        RetentionScope.NoQueue => "(no queue)",
        RetentionScope.Others => "(others)",
    };

    /// <summary>Whether it is for recordings of a queue; null for those of none.</summary>
    /// <param name="all">All rules: one that names the recording comes before that of all others.</param>
    public bool IsOf(string? queue, IReadOnlyList<RetentionRule> all) => Of switch
    {
        RetentionScope.Queue => queue == Queue,
        RetentionScope.NoQueue => queue is null,
        RetentionScope.Others => !all.Any(rule => rule.Of != RetentionScope.Others && rule.IsOf(queue, all)),
    };
}
