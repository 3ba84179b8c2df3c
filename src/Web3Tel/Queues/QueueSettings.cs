using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Journal;
using Web3Tel.Skills;

namespace Web3Tel.Queues;

/// <summary>How a queue treats its callers and its agents. Delays say how long an agent rests before the next offer.</summary>
public sealed record QueueSettings
{
    static readonly TimeSpan UsualRingStep = TimeSpan.FromSeconds(10);
    static readonly TimeSpan UsualHoldReminder = TimeSpan.FromSeconds(60);
    static readonly TimeSpan UsualLongestHold = TimeSpan.FromMinutes(10);
    static readonly TimeSpan UsualSameAgentWait = TimeSpan.FromSeconds(30);

    /// <summary>Unique; letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Which of the ready agents is offered the next caller.</summary>
    public Strategy Strategy { get; init; }

    /// <summary>An agent of several queues is offered callers of the heaviest first; of queues of equal weight, whoever waits longest.</summary>
    public int Weight { get; init; }

    /// <summary>Skills every caller of this queue requires, beside those the call asks for.</summary>
    public SkillSet Skills { get; init => field = value ?? SkillSet.None; } = SkillSet.None;

    /// <summary>Skills every caller of this queue prefers, beside those the call asks for.</summary>
    public SkillSet PreferredSkills { get; init => field = value ?? SkillSet.None; } = SkillSet.None;

    /// <summary>
    /// How long a caller waits for an agent with the preferred skills, zero for not at all; null for as long as for one with the required ones.
    /// As with all limits of whom a caller may be offered to, a change holds for those who join after it.
    /// </summary>
    public TimeSpan? PreferredSkillsFor { get; init; }

    /// <summary>How long a caller waits for an agent with the required skills, before any will do; null for ever.</summary>
    public TimeSpan? RequiredSkillsFor { get; init; }

    /// <summary>How long a caller must have waited in this queue before agents beyond the first level are offered the call; null for no wait.</summary>
    public TimeSpan? LevelWait { get; init; }

    /// <summary>Whether each further level opens after as long again; otherwise all open together.</summary>
    public bool LevelWaitMultiplied { get; init; }

    /// <summary>Whether a level on which nobody is at work does not count: the next opens in its place.</summary>
    public bool SkipEmptyLevels { get; init; }

    /// <summary>How soon a caller must ring again to be offered to the agent spoken with last in this queue; null for no such thing.</summary>
    public TimeSpan? SameAgentWithin { get; init; }

    /// <summary>How long such a caller waits for that agent, before anybody will do; zero for the default.</summary>
    public TimeSpan SameAgentWait { get; init => field = value.Or(UsualSameAgentWait); } = UsualSameAgentWait;

    /// <summary>What waiting callers hear, in the switch's own words.</summary>
    public string Music { get; init; } = "local_stream://moh";

    /// <summary>What waiting callers are told between the music; null for nothing. A change holds for those who join after it.</summary>
    public Announcements? Announce { get; init; }

    /// <summary>How many phones ring at first for a caller, where the strategy is <see cref="Strategy.RingProgressively"/>; 0 for the default.</summary>
    public int RingFirst { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>How many more ring after each <see cref="RingStep"/>; 0 for the default.</summary>
    public int RingMore { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>The time from a caller's first ring to more phones, and from then to still more; zero for the default.</summary>
    public TimeSpan RingStep { get; init => field = value.Or(UsualRingStep); } = UsualRingStep;

    /// <summary>How long an agent's phone rings before the next agent is tried.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time an agent has after a conversation before the next offer; zero for none.</summary>
    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan AfterReject { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan AfterBusy { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan AfterNoAnswer { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After the phone could not be reached.</summary>
    public TimeSpan AfterUnreachable { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After the switch could not join the agent, who had answered, with the caller. Short: the agent is not to blame. Zero for the default.</summary>
    public TimeSpan AfterConnectFailed { get; init => field = value.Or(TimeSpan.FromSeconds(5)); } = TimeSpan.FromSeconds(5);

    /// <summary>Whether conversations are recorded.</summary>
    public bool Record { get; init; } = true;

    /// <summary>Whether they are recorded in stereo; null for what holds for all.</summary>
    public bool? RecordInStereo { get; init; }

    /// <summary>
    /// What callers hear before they join, or before the conversation, so that they know that it is recorded; null for what is said on the line.
    /// Not where they are not recorded, and once a call.
    /// </summary>
    public string? RecordingNotice { get; init; }

    /// <summary>What callers hear when their agent's phone was lost in the conversation and they are in the queue again; null for words that are spoken.</summary>
    public string? PhoneLostNotice { get; init; }

    /// <summary>What the agent's phone shows before the caller's name, such as the queue's own; null for nothing.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// What agents hear when they have answered, before the caller is there, in the switch's own words; null for nothing.
    /// The caller's music goes on meanwhile.
    /// </summary>
    public string? Whisper { get; init; }

    /// <summary>Whether agents who have answered are told the queue, the time waited and the caller's name, after <see cref="Whisper"/>, in the language of <see cref="Announce"/>.</summary>
    public bool WhisperCaller { get; init; }

    /// <summary>
    /// How soon a caller who has hung up while waiting, or was cut off, must ring again to get the old place back; null for no such thing.
    /// A change holds for those who leave after it.
    /// </summary>
    public TimeSpan? KeepPlaceFor { get; init; }

    /// <summary>How often an agent is reminded of a caller on hold; zero for the default.</summary>
    public TimeSpan HoldReminder { get; init => field = value == TimeSpan.Zero ? UsualHoldReminder : value; } = UsualHoldReminder;

    /// <summary>After how long a caller forgotten on hold rings back at the agent's phone; zero for the default.</summary>
    public TimeSpan LongestHold { get; init => field = value == TimeSpan.Zero ? UsualLongestHold : value; } = UsualLongestHold;

    /// <summary>Whether callers who are transferred to this queue are the last in it; otherwise they keep the time they have waited.</summary>
    public bool TransfersJoinAnew { get; init; }

    /// <summary>How many may wait at once; null for any number. Whoever comes when it is full goes where <see cref="OverflowTo"/> says.</summary>
    public int? MaxLength { get; init; }

    /// <summary>
    /// How long a caller may wait in this queue before going where <see cref="OverflowTo"/> says; null for ever.
    /// A change holds for those who join after it.
    /// </summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>Whether nobody may join while no agent of the queue is at work; they go where <see cref="WhenEmpty"/> says.</summary>
    public bool RefuseWhenEmpty { get; init; }

    /// <summary>How long a caller waits while no agent of the queue is at work, zero to leave at once; null to wait on.</summary>
    public TimeSpan? MaxWaitWithNoAgent { get; init; }

    /// <summary>Where callers go who find the queue full; null for where <see cref="OverflowTo"/> says.</summary>
    public NextStep? WhenFull { get; init; }

    /// <summary>Where callers go who have waited too long; null for where <see cref="OverflowTo"/> says.</summary>
    public NextStep? WhenTooLong { get; init; }

    /// <summary>Where callers go because no agent is at work; null for where <see cref="OverflowTo"/> says.</summary>
    public NextStep? WhenEmpty { get; init; }

    /// <summary>Name of the step that callers go on with when their agent has hung up, such as a survey; null to end the call.</summary>
    public string? AfterTalk { get; init; }

    /// <summary>How a conversation may have ended for the business: what agents choose from; empty for no such thing.</summary>
    public ImmutableArray<ResultCode> Results { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether agents cannot end their wrap-up before they have chosen one of <see cref="Results"/>; it still ends by itself.</summary>
    public bool ResultRequired { get; init; }

    /// <summary>Keys by which a waiting caller leaves.</summary>
    public ImmutableArray<ExitKey> ExitKeys { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The queue that takes callers beyond the limits, who keep the time they have waited; null to end the call.</summary>
    public string? OverflowTo { get; init; }

    /// <summary>How those who asked for it are called back; null where nobody is.</summary>
    public CallbackSettings? Callback { get; init; }

    /// <summary>Whether several phones ring for one caller.</summary>
    internal bool RingsSeveral => Strategy is Strategy.RingAll or Strategy.RingProgressively;

    /// <summary>Whether an agent who has answered hears something before the caller is there.</summary>
    internal bool Whispers => Whisper is not null || WhisperCaller;

    /// <param name="otherwise">Name of the step of a caller who has one for when nothing is set; null for none.</param>
    internal NextStep StepFor(Limit limit, string? otherwise) => limit switch
    {
        Limit.Length => WhenFull,
        Limit.Wait => WhenTooLong,
        Limit.Agents => WhenEmpty,
    } ?? (OverflowTo is { } queue ? new NextStep.Queue(queue) : otherwise is not null ? new NextStep.Named(otherwise) : new NextStep.HangUp());
}
