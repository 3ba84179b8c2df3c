using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Benchmarks.Step;

/// <summary>Queues, operators and demands of a busy center.</summary>
static class BusyConfiguration
{
    public const int Queues = 50;
    public const int QueuesPerOperator = 5;
    const int Skills = 8;

    public static Configuration Of(int operators, Traffic traffic) => new()
    {
        LineOut = "sofia/gateway/out/{number}",
        Queues = [.. Enumerable.Range(0, Queues).Select(n => Queue(n, traffic))],
        Agents =
        [
            .. Enumerable.Range(0, operators).Select(n => new AgentSettings
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"agent{n}"),
                Name = "",
                Destination = "user/1001",
                // Everybody can do everything a little: so nobody waits for nobody.
                Skills = traffic == Traffic.Plain ? SkillSet.None : SkillSet.Of(Enumerable.Range(0, Skills).Select(skill => KeyValuePair.Create(Skill(skill), 2 + (n + skill) % 4 / 3))),
                Tiers = traffic != Traffic.Plain && n % 3 == 2 ? [.. Enumerable.Range(n * QueuesPerOperator, QueuesPerOperator).Select(queue => new Tier(NameOf(queue % Queues), 2))] : [],
                Queues = [.. Enumerable.Range(n * QueuesPerOperator, QueuesPerOperator).Select(queue => NameOf(queue % Queues))],
            }),
        ],
    };

    public static string NameOf(int queue) => string.Create(CultureInfo.InvariantCulture, $"queue{queue}");

    /// <summary>Of 64: 16 ask for nothing, 16 for one of eight skills at level 1 or 2, 32 for another beside it, preferably.</summary>
    public static SkillDemand? Demand(int n) => n < 16 ? null : new SkillDemand(
        SkillSet.Of(KeyValuePair.Create(Skill(n), 1 + n / 8 % 2)),
        n < 32 ? SkillSet.None : SkillSet.Of(KeyValuePair.Create(Skill(n + 1 + n / 16 % 2), 3)));

    public static bool CallsBack(int queue) => queue % 5 == 2;

    static string Skill(int n) => string.Create(CultureInfo.InvariantCulture, $"skill{n % Skills}");

    /// <summary>Who rejects rests shortly, so that even of ten operators most are at work.</summary>
    static QueueSettings Queue(int n, Traffic traffic)
    {
        var queue = new QueueSettings { Name = NameOf(n), WrapUp = TimeSpan.Zero, AfterReject = TimeSpan.FromSeconds(1) };
        if (traffic == Traffic.Plain)
        {
            return queue;
        }

        queue = queue with
        {
            Strategy = n % 2 == 0 ? Strategy.BestSkilled : Strategy.LongestIdle,
            PreferredSkillsFor = TimeSpan.FromSeconds(60),
            LevelWait = TimeSpan.FromSeconds(60),
        };
        return traffic == Traffic.Skilled ? queue
            : n % 10 == 3 ? queue with { Strategy = Strategy.RingAll }
            : n % 10 == 8 ? queue with { Strategy = Strategy.RingProgressively, RingStep = TimeSpan.FromSeconds(1) }
            : CallsBack(n) ? queue with { Callback = new CallbackSettings { Order = n % 2 == 0 ? CallbackOrder.AgentFirst : CallbackOrder.CustomerFirst, Pause = TimeSpan.FromSeconds(60) } }
            : queue;
    }
}
