namespace Web3Tel.Agents;

/// <summary>How an agent serves one of the queues.</summary>
/// <param name="Queue">Name of a queue the agent serves.</param>
/// <param name="Level">From 1; agents of a lower level are offered callers before those of a higher one.</param>
/// <param name="Position">From 1; the order within a level where the queue's strategy goes by it.</param>
/// <param name="Weight">From 1 to <see cref="MostWeight"/>; how often within a level, where the queue's strategy goes by it.</param>
public sealed record Tier(string Queue, int Level = 1, int Position = 1, int Weight = 1)
{
    public const int MostWeight = 100;
}
