using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>The people of the hand-over: one queue without wrap-up, twenty operators.</summary>
static class BenchCenter
{
    public const int Operators = 20;
    public const string Queue = "support";

    public static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static Configuration Configuration { get; } = new()
    {
        Queues = [new QueueSettings { Name = Queue, WrapUp = TimeSpan.Zero }],
        Agents =
        [
            .. Enumerable.Range(1001, Operators).Select(number => new AgentSettings
            {
                Id = $"{number}",
                Name = $"Operator {number}",
                Destination = $"user/{number}",
                Queues = [Queue],
            }),
        ],
    };
}
