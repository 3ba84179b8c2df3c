namespace Web3Tel.Queues;

/// <summary>What can make a queue send a caller on.</summary>
enum Limit
{
    /// <summary>It is full.</summary>
    Length,

    /// <summary>The caller has waited too long.</summary>
    Wait,

    /// <summary>No agent is at work.</summary>
    Agents,
}
