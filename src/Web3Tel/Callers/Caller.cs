using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Web3Tel.Recordings;
using Web3Tel.Scenarios;
using Web3Tel.Skills;
using Web3Tel.Speech;

namespace Web3Tel.Callers;

/// <summary>A person who has called, from the first sight of the call to its end.</summary>
/// <param name="Call">The call, on its switch.</param>
/// <param name="Sequence">In which order callers reached us.</param>
/// <param name="Arrived">When the call reached the switch.</param>
public sealed record Caller(CallRef Call, long Sequence, string Number, string Name, string Dialled, DateTimeOffset Arrived)
{
    public CallerState State { get; init; } = new CallerState.Arrived();

    /// <summary>Who called whom: somebody whom an agent had called is a caller, too, once transferred.</summary>
    public CallDirection Direction { get; init; }

    /// <summary>The queue joined, or that sent the caller on without taking them in; remembered to the end.</summary>
    public string? Queue { get; init; }

    /// <summary>When the queue was joined.</summary>
    public DateTimeOffset? Joined { get; init; }

    /// <summary>How much earlier than the joining the place in the queue counts from: the caller's priority, or an old place given back.</summary>
    public TimeSpan Priority { get; init; }

    /// <summary>When the caller left the queue for a step or a number; null while waiting.</summary>
    public DateTimeOffset? LeftQueue { get; init; }

    /// <summary>How often a queue has sent the caller on to a step or a number.</summary>
    public int StepsTaken { get; init; }

    /// <summary>The step of a scenario the caller has reached; null for a caller of none.</summary>
    public ScenarioPlace? Scenario { get; init; }

    /// <summary>The language that a scenario has set; null where none has.</summary>
    public Language? Language { get; init; }

    /// <summary>Name of the step that the caller goes to where the queue sends callers on without saying where to; null for the end of the call.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Skills the call asks for, in whatever queue; null for none.</summary>
    public SkillDemand? Demand { get; init; }

    /// <summary>What limits the agents the caller may be offered to in the queue; null when nothing does.</summary>
    public Wishes? Wishes { get; init; }

    /// <summary>When the queue has no more time for the caller, if it has a limit; one who is away or being connected is not disturbed.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Until when an agent has to be at work again, where the queue has a limit for that; null while one is.</summary>
    public DateTimeOffset? AgentBy { get; init; }

    /// <summary>Where more and more phones ring for a caller: how many by now. Counts on while nobody is free.</summary>
    public Reach? Reach { get; init; }

    /// <summary>What was expected of the wait in this queue, if anything could be.</summary>
    public Foretold? Foretold { get; init; }

    /// <summary>Set while we have lost sight of the caller.</summary>
    public Away? Away { get; init; }

    /// <summary>Agents who were offered this caller in vain: others are tried first.</summary>
    public ImmutableHashSet<string> RefusedBy { get; init; } = [];

    /// <summary>How often the switch failed to join this caller with an agent who had answered.</summary>
    public int ConnectFailures { get; init; }

    /// <summary>Number of the guest called in for this caller, if one is.</summary>
    public long? Guest { get; init; }

    /// <summary>For one who is called back instead of waiting on the line: how far that is.</summary>
    public Callback? Callback { get; init; }

    /// <summary>For one who has asked, on the line, to be called back: in which queues, at which numbers. Null: in none.</summary>
    [JsonConverter(typeof(WishesConverter))]
    public ImmutableList<string>? AskedFor { get; init; }

    /// <summary>The conversation, if there was one.</summary>
    public Talk? Talk { get; init; }

    /// <summary>The conversation with a number outside, if there was one.</summary>
    public OutsideTalk? Outside { get; init; }

    /// <summary>Path of the recording, which goes on from the first conversation that is recorded to the end of the call; null for none yet.</summary>
    [JsonIgnore]
    public string? Recording => Talk?.Recording ?? Outside?.Recording;

    /// <summary>Has heard in this call that it is recorded, or it could not be said.</summary>
    public bool ToldOfRecording { get; init; }

    /// <summary>The pause of the recording, or of the one to come; null for none.</summary>
    public RecordingPause? Pause { get; init; }

    /// <summary>How long earlier pauses of the recording were, together.</summary>
    public TimeSpan Paused { get; init; }

    /// <summary>The mark given last; null while none was.</summary>
    public int? Mark { get; init; }

    /// <summary>What an agent wrote last of the conversation; null for nothing.</summary>
    public CallNote? Note { get; init; }

    public ImmutableList<JourneyStep> Journey { get; init; } = [];

    /// <summary>Nobody is on the line: the customer is to be called back.</summary>
    internal bool IsRequest => Callback is { Reached: false };

    /// <summary>An agent has called them, and they were transferred past all queues.</summary>
    internal bool IsRestOfOutgoing => Direction == CallDirection.Outgoing && !Journey.Exists(step => step.What == JourneyEvent.Joined);

    /// <summary>Whom the caller may be offered to.</summary>
    internal Profile Profile => Wishes?.Profile ?? Profile.Anybody;

    /// <summary>In conversation with the agent of the offer.</summary>
    internal bool IsWith(Offer offer) => State is CallerState.Talking { Offer: var number } && number == offer.Number;

    internal Place Place => new((Joined ?? Arrived) - Priority, Sequence, Call);

    /// <summary>When a limit of the queue sends the caller on, if one does.</summary>
    internal DateTimeOffset? LeaveBy => Deadline.Earliest(AgentBy, WaitUntil);

    /// <summary>When the state ends by itself, or the next limit of whom the caller may be offered to falls away, if any does.</summary>
    internal DateTimeOffset? Until => State is CallerState.Leaving leaving ? leaving.Until : Deadline.Earliest(Pause?.Due, StateUntil);

    DateTimeOffset? StateUntil => State switch
    {
        // An attempt out of sight has its own time.
        CallerState.Waiting when IsRequest => Deadline.Earliest(Guest is null ? Callback!.Until : null, Wishes?.Until),
        CallerState.Waiting when Away is null => Deadline.Earliest(Reach?.MoreAt, Wishes?.Until, LeaveBy),
        _ => Away?.ReturnBy ?? Away?.LostAt,
    };

    /// <summary>The conversation with a number outside is over, and with it that with us.</summary>
    internal Caller AfterOutside(DateTimeOffset at) => this with
    {
        Talk = Talk is { } talk ? talk with { Ended = at } : null,
        Outside = Outside is { } outside ? outside with { Ended = at } : null,
    };

    internal Caller With(DateTimeOffset at, JourneyEvent what, string? agent = null, string? detail = null) =>
        this with { Journey = Journey.Add(new JourneyStep(at, what, agent, detail)) };
}
