using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Tests.Distribution;

/// <summary>The engine alone, told what happens in one word each. Callers and agents are known by their names.</summary>
sealed class Desk
{
    public const string Node = "fs1";

    public static readonly DateTimeOffset Opening = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    static readonly Guid Instance = new("7d3f6f0e-58a1-4a3c-9a55-0c1d2e3f4a5b");

    public Desk(params string[] agents)
        : this(Sales, agents.Select(id => Serving(id, "sales")).ToArray())
    {
    }

    public Desk(QueueSettings queue, params AgentSettings[] agents)
        : this(new Configuration { Queues = [queue], Agents = [.. agents] })
    {
    }

    public Desk(Configuration configuration)
    {
        Do(new Event.ServiceStarted(Now, Instance));
        Do(new Event.Configured(Now, configuration));
        Survey();
    }

    public static QueueSettings Sales => new() { Name = "sales" };

    public CallCenter State { get; private set; } = CallCenter.Empty;

    public DateTimeOffset Now { get; set; } = Opening;

    /// <summary>What the last event led to.</summary>
    public ImmutableArray<Effect> Effects { get; private set; } = [];

    /// <summary>What all events so far led to.</summary>
    public List<Effect> AllEffects { get; } = [];

    /// <summary>Every step so far.</summary>
    public List<Moment> Moments { get; } = [];

    public IEnumerable<HistoryEntry> History => AllEffects.OfType<Effect.Archive>().Select(archive => archive.Entry);

    public static AgentSettings Serving(string id, params string[] queues) =>
        new() { Id = id, Name = id, Destination = "user/" + id, Queues = [.. queues] };

    /// <summary>An agent of the one queue with skills, such as <c>en:2</c>.</summary>
    public static AgentSettings Can(string id, string skills) => Serving(id, "sales") with { Skills = SkillSet.FromText(skills) };

    /// <summary>An agent of the one queue with a tier of it.</summary>
    public static AgentSettings At(string id, int level = 1, int position = 1, int weight = 1) =>
        Serving(id, "sales") with { Tiers = [new Tier("sales", level, position, weight)] };

    public static CallRef Call(string caller) => new(Node, caller);

    public Desk Do(Event happened)
    {
        var moment = Moment.Of(State, happened);
        (State, Effects) = (moment.After, moment.Effects);
        AllEffects.AddRange(Effects);
        Moments.Add(moment);
        return this;
    }

    /// <summary>Time goes by; the engine is woken whenever it asked to be.</summary>
    public Desk Pass(double seconds)
    {
        var until = Now + TimeSpan.FromSeconds(seconds);
        while (State.WakeAt is { } wake && wake <= until)
        {
            Now = wake > Now ? wake : Now;
            Do(new Event.Woke(Now));
        }

        Now = until;
        return this;
    }

    public Desk Restart() => Do(new Event.ServiceStarted(Now, new Guid("0b0b0b0b-58a1-4a3c-9a55-0c1d2e3f4a5b")));

    public Desk Survey(params LiveCall[] calls) => Do(new Event.NodeSurveyed(Now, Node, [.. calls]));

    public static LiveCall Live(CallRef call, CallRef? bridgedTo = null) => new(call, Opening, bridgedTo, "", "", "");

    public Desk Arrives(string caller) => Do(new Event.CallArrived(Now, Call(caller), "+7 916 " + caller, caller, "1000", Now));

    public Desk Joins(string caller, string queue = "sales")
    {
        Now += TimeSpan.FromMilliseconds(1);
        return Arrives(caller).Do(new Event.Joined(Now, Call(caller), queue));
    }

    /// <summary>Another call from a number.</summary>
    public Desk Joins(string caller, string number, TimeSpan? priority)
    {
        Now += TimeSpan.FromMilliseconds(1);
        return Do(new Event.CallArrived(Now, Call(caller), number, caller, "1000", Now))
            .Do(new Event.Joined(Now, Call(caller), "sales", Priority: priority));
    }

    /// <summary>A call that asks for skills, such as <c>en:2</c>.</summary>
    public Desk Asks(string caller, string required = "", string preferred = "", string queue = "sales")
    {
        Now += TimeSpan.FromMilliseconds(1);
        var demand = new SkillDemand(SkillSet.FromText(required), SkillSet.FromText(preferred));
        return Arrives(caller).Do(new Event.Joined(Now, Call(caller), queue, Skills: demand));
    }

    public Desk HangsUp(string caller) => Do(new Event.CallEnded(Now, Call(caller), HangupCause.NormalClearing, HungUpBy.Party));

    public Desk IsLost(string caller) => Do(new Event.CallLost(Now, Call(caller), "The connection broke."));

    public Desk Answers(string agent) => Do(new Event.OfferAnswered(Now, OfferOf(agent).Number));

    public Desk Fails(string agent, OfferOutcome outcome) => Do(new Event.OfferFailed(Now, OfferOf(agent).Number, outcome));

    public Desk Connects(string agent) => Do(new Event.Connected(Now, OfferOf(agent).Number, OfferOf(agent).Call));

    public Desk FailsToConnect(string agent, ReplyOutcome outcome) =>
        Do(new Event.ConnectFailed(Now, OfferOf(agent).Number, OfferOf(agent).Call, outcome));

    public Desk Talks(string agent) => Answers(agent).Connects(agent);

    public Desk AgentHangsUp(string agent) =>
        Do(new Event.CallEnded(Now, OfferOf(agent).Leg, HangupCause.NormalClearing, HungUpBy.Party));

    public Desk Break(string agent) => Do(new Event.AgentTookBreak(Now, agent, "lunch"));

    /// <summary>A command to a conversation.</summary>
    public Desk Asks(Func<DateTimeOffset, Event> command) => Do(command(Now));

    public Offer OfferOf(string agent) => State.Offers.Values.Single(offer => offer.Agent == agent);

    /// <summary>Whom the agent's phone rings for, or whom the agent has.</summary>
    public string? CallerOf(string agent) => State.Offers.Values.SingleOrDefault(offer => offer.Agent == agent)?.Call.Id;

    public AgentState Agent(string id) => State.Agents[id].State;

    public Caller Caller(string id) => State.Callers[Call(id)];

    public int? Position(string caller) => State.PositionOf(Call(caller));
}
