namespace Web3Tel.Queues;

/// <summary>How a queue treats its callers and its agents. Delays say how long an agent rests before the next offer.</summary>
public sealed record QueueSettings
{
    /// <summary>Unique; letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What waiting callers hear, in the switch's own words.</summary>
    public string Music { get; init; } = "local_stream://moh";

    /// <summary>How long an agent's phone rings before the next agent is tried.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time an agent has after a conversation before the next offer; zero for none.</summary>
    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan AfterReject { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan AfterBusy { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan AfterNoAnswer { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After the phone could not be reached, or could not be joined with the caller.</summary>
    public TimeSpan AfterUnreachable { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether conversations are recorded.</summary>
    public bool Record { get; init; } = true;
}
