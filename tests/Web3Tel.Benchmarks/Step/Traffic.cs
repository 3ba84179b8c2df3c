namespace Web3Tel.Benchmarks.Step;

/// <summary>What callers and queues of the busy center are like.</summary>
enum Traffic
{
    /// <summary>All callers are alike, and each queue calls who is idle for longest.</summary>
    Plain,

    /// <summary>Three of four callers ask for skills, in 48 ways, which fall away with time, and levels open with time.</summary>
    Skilled,

    /// <summary>
    /// As <see cref="Skilled"/>; of 50 queues five ring all phones for a caller and five ever more of them, ten call back, agent first or
    /// customer first, those who asked for it: one of four who come to them.
    /// </summary>
    Mixed,
}
