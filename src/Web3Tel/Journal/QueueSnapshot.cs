using Web3Tel.Queues;

namespace Web3Tel.Journal;

/// <summary>A queue without its views, which follow from callers and agents.</summary>
public sealed record QueueSnapshot(QueueSettings Settings, bool Open, Turn? LastRung = null, Pace? Pace = null);
