using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Two queues and twelve agents, whose strategies, weights and tiers are left to chance.</summary>
static class Staffing
{
    static readonly Strategy[] Strategies = Enum.GetValues<Strategy>();

    public static Configuration ByChance(Habits habits)
    {
        QueueSettings sales = new()
        {
            Name = "sales",
            WrapUp = TimeSpan.FromSeconds(5),
            MaxLength = 6,
            MaxWait = TimeSpan.FromSeconds(90),
            OverflowTo = "service",
        };
        QueueSettings service = new() { Name = "service", WrapUp = TimeSpan.Zero };
        return new Configuration
        {
            Queues = [ByChance(sales, habits), ByChance(service, habits)],
            MostUnanswered = 3,
            LongestBreak = TimeSpan.FromMinutes(10),
            Agents = [.. Enumerable.Range(1, 12).Select(n => Agent(n, habits))],
        };
    }

    static QueueSettings ByChance(QueueSettings queue, Habits habits) => queue with
    {
        Strategy = habits.One(Strategies),
        RingFirst = habits.From(1, 3),
        RingMore = habits.From(1, 3),
        RingStep = TimeSpan.FromSeconds(habits.From(1, 10)),
        Weight = habits.From(0, 1),
        MaxWaitWithNoAgent = habits.Chance(0.3) ? TimeSpan.FromSeconds(habits.From(0, 20)) : null,
        RefuseWhenEmpty = habits.Chance(0.2),
        KeepPlaceFor = habits.Chance(0.5) ? TimeSpan.FromSeconds(habits.From(1, 60)) : null,
        Whisper = habits.Chance(0.3) ? "whisper.wav" : null,
    };

    static AgentSettings Agent(int n, Habits habits)
    {
        string[] queues = n % 4 == 0 ? ["service"] : n % 4 == 1 ? ["sales", "service"] : ["sales"];
        return new AgentSettings
        {
            Id = $"agent{n}",
            Name = $"Agent {n}",
            Destination = $"user/{1000 + n}",
            Queues = [.. queues],
            Tiers =
            [
                .. queues.Where(_ => habits.Chance(0.7))
                    .Select(queue => new Tier(queue, habits.From(1, 3), habits.From(1, 5), habits.From(1, Tier.MostWeight))),
            ],
        };
    }
}
