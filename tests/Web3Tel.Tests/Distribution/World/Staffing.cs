using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Lines;
using Web3Tel.Outgoing;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Two queues and twelve agents, whose strategies, weights and tiers are left to chance.</summary>
static class Staffing
{
    static readonly Strategy[] Several = [Strategy.RingAll, Strategy.RingProgressively];
    static readonly Strategy[] OnePhone = [.. Enum.GetValues<Strategy>().Except(Several)];

    /// <summary>That they are recorded.</summary>
    public const string Notice = "recorded.wav";

    /// <summary>Mostly a survey.</summary>
    static readonly string[] AfterTalks = ["survey", "survey", "survey", "back", "message"];

    static readonly string[] Skills = ["en", "billing", "de"];

    /// <summary>Between two attempts to call a customer.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>Customers are called in the first forty minutes of each hour.</summary>
    static readonly CallingHours Often = new("UTC")
    {
        Week =
        [
            .. from day in Enum.GetValues<DayOfWeek>()
               from hour in Enumerable.Range(0, 24)
               select new CallingPeriod(day, new TimeOnly(hour, 0), new TimeOnly(hour, 40)),
        ],
    };

    /// <summary>None leads to a queue by itself: that would be a circle.</summary>
    static readonly NextStep[] NextSteps =
    [
        new NextStep.Named("back"),
        new NextStep.Named("message"),
        new NextStep.Named("straight-back"),
        new NextStep.Number("5554"),
        new NextStep.Number("5555", new NextStep.Named("back")),
        new NextStep.Number("5556", new NextStep.Number("5557")),
        new NextStep.HangUp(),
    ];

    public static Configuration ByChance(Habits habits, Faults faults)
    {
        var whole = WithBoth(habits, faults);
        // Draws nothing in a world whose queues stay.
        return faults.QueueGone > 0 && habits.Chance(faults.QueueGone) ? WithoutOne(whole, habits.One(whole.Queues.Select(queue => queue.Name).ToArray())) : whole;
    }

    static Configuration WithoutOne(Configuration whole, string gone) => whole with
    {
        Queues =
        [
            .. from queue in whole.Queues
               where queue.Name != gone
               select queue with { OverflowTo = null, ExitKeys = [.. queue.ExitKeys.Where(exit => exit.Step is not NextStep.Queue)] },
        ],
        Agents =
        [
            .. from agent in whole.Agents
               select agent with { Queues = agent.Queues.Remove(gone), Tiers = [.. agent.Tiers.Where(tier => tier.Queue != gone)] },
        ],
    };

    static Configuration WithBoth(Habits habits, Faults faults)
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
            Queues = [WithPhones(ByChance(sales, habits, faults), habits, faults), WithPhones(ByChance(service, habits, faults), habits, faults)],
            Lines = [new LineSettings("1000") { RecordingNotice = habits.Chance(0.2) ? Notice : null }],
            LineOut = "line/{number}",
            Steps = NamedFlows.Names,
            Outgoing = faults.DialOutEvery is null ? new OutgoingSettings() : new OutgoingSettings
            {
                Shown = "5550",
                Blocked = habits.Chance(0.3) ? ["5559"] : [],
                RingTime = TimeSpan.FromSeconds(habits.From(3, 30)),
                WrapUp = TimeSpan.FromSeconds(habits.From(0, 3)),
                RecordingNotice = habits.Chance(0.3) ? Notice : null,
                WhenSignedOut = habits.Chance(0.7),
            },
            MostUnanswered = 3,
            LongestBreak = TimeSpan.FromMinutes(10),
            LongestDoNotDisturb = TimeSpan.FromMinutes(3),
            LongestRecordingPause = TimeSpan.FromSeconds(30),
            Agents = [.. Enumerable.Range(1, 12).Select(n => Agent(n, habits))],
        };
    }

    /// <summary>Draws nothing in a world where one phone rings for each caller.</summary>
    static QueueSettings WithPhones(QueueSettings queue, Habits habits, Faults faults) => faults.SeveralPhones == 0 || !habits.Chance(faults.SeveralPhones) ? queue : queue with
    {
        Strategy = habits.One(Several),
        Callback = null,
        RingFirst = habits.From(1, 3),
        RingMore = habits.From(1, 3),
        RingStep = TimeSpan.FromSeconds(habits.From(1, 10)),
    };

    static QueueSettings ByChance(QueueSettings queue, Habits habits, Faults faults) => queue with
    {
        Strategy = habits.One(OnePhone),
        Weight = habits.From(0, 1),
        Results = [new ResultCode("sold", "Sold", "Продано"), new ResultCode("lost", "Lost")],
        ResultRequired = queue.Name == "service" && queue.WrapUp > TimeSpan.Zero,
        RecordingNotice = habits.Chance(0.3) ? Notice : null,
        MaxWaitWithNoAgent = habits.Chance(0.3) ? TimeSpan.FromSeconds(habits.From(0, 20)) : null,
        RefuseWhenEmpty = habits.Chance(0.2),
        KeepPlaceFor = habits.Chance(0.5) ? TimeSpan.FromSeconds(habits.From(1, 60)) : null,
        Whisper = habits.Chance(0.3) ? "whisper.wav" : null,
        WhisperCaller = habits.Chance(0.3),
        LongestHold = TimeSpan.FromSeconds(habits.From(20, 200)),
        TransfersJoinAnew = habits.Chance(0.3),
        WhenTooLong = habits.Chance(0.5) ? habits.One(NextSteps) : null,
        WhenFull = habits.Chance(0.3) ? habits.One(NextSteps) : null,
        AfterTalk = habits.Chance(0.8) ? habits.One(AfterTalks) : null,
        ExitKeys =
        [
            new('1', habits.One(NextSteps)),
            new('2', new NextStep.Queue(queue.Name == "sales" ? "service" : "sales")),
            new('3', habits.One(NextSteps)),
        ],
        PreferredSkills = habits.Chance(0.2) ? SkillSet.FromText("de:1") : SkillSet.None,
        PreferredSkillsFor = habits.Chance(0.8) ? TimeSpan.FromSeconds(habits.From(0, 20)) : null,
        RequiredSkillsFor = habits.Chance(0.6) ? TimeSpan.FromSeconds(habits.From(0, 60)) : null,
        LevelWait = habits.Chance(0.4) ? TimeSpan.FromSeconds(habits.From(1, 20)) : null,
        LevelWaitMultiplied = habits.Chance(0.5),
        SkipEmptyLevels = habits.Chance(0.5),
        // Nothing is drawn in a world where nobody wants it.
        Callback = faults.WishEvery is not null && habits.Chance(0.7) ? CallbackByChance(habits) : null,
        SameAgentWithin = habits.Chance(0.8) ? TimeSpan.FromDays(1) : null,
        SameAgentWait = TimeSpan.FromSeconds(habits.From(1, 90)),
    };

    static CallbackSettings CallbackByChance(Habits habits) => new()
    {
        Order = habits.One(Enum.GetValues<CallbackOrder>()),
        RingTime = TimeSpan.FromSeconds(habits.From(5, 20)),
        Attempts = habits.From(1, 4),
        Pause = TimeSpan.FromSeconds(habits.From(1, (int)LongestPause.TotalSeconds)),
        Expiry = TimeSpan.FromSeconds(habits.From(10, 900)),
        Hours = habits.Chance(0.3) ? Often : null,
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
            Skills = SkillSet.FromText(string.Join(',', Skills.Where(_ => habits.Chance(0.5)).Select(skill => $"{skill}:{habits.From(1, 3)}"))),
            Tiers =
            [
                .. queues.Where(_ => habits.Chance(0.7))
                    .Select(queue => new Tier(queue, habits.From(1, 3), habits.From(1, 5), habits.From(1, Tier.MostWeight))),
            ],
        };
    }
}
