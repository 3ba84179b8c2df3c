using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Queues;
using Web3Tel.Voicemail;

namespace Web3Tel.Distribution;

/// <summary>The whole call center at one moment. Immutable: whoever holds it may read it at leisure, from any thread.</summary>
public sealed record CallCenter
{
    public static readonly CallCenter Empty = new();

    /// <summary>How many events have made it what it is: the number of the last journal entry.</summary>
    public long Number { get; init; }

    /// <summary>The life of the service that took the last step.</summary>
    public Guid Instance { get; init; }

    public Configuration Configuration { get; init; } = new();

    public ImmutableSortedDictionary<string, Queue> Queues { get; init; } =
        ImmutableSortedDictionary.Create<string, Queue>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Agent> Agents { get; init; } =
        ImmutableSortedDictionary.Create<string, Agent>(StringComparer.Ordinal);

    public ImmutableDictionary<CallRef, Caller> Callers { get; init; } = ImmutableDictionary<CallRef, Caller>.Empty;

    /// <summary>Callers who are to be called back, by queue and number.</summary>
    public ImmutableDictionary<string, CallRef> Callbacks { get; init; } = ImmutableDictionary.Create<string, CallRef>(StringComparer.Ordinal);

    /// <summary>How many callers each dialled number has; those who are on their way out count no longer.</summary>
    public ImmutableDictionary<string, int> LinesInUse { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<long, Offer> Offers { get; init; } = ImmutableSortedDictionary<long, Offer>.Empty;

    /// <summary>People called in for callers: goals of transfers, those asked for advice, supervisors who take over, numbers queues send callers to.</summary>
    public ImmutableSortedDictionary<long, Guest> Guests { get; init; } = ImmutableSortedDictionary<long, Guest>.Empty;

    /// <summary>Calls of agents to numbers outside.</summary>
    public ImmutableSortedDictionary<long, OutgoingCall> OutgoingCalls { get; init; } = ImmutableSortedDictionary<long, OutgoingCall>.Empty;

    /// <summary>Which offer, guest or outgoing call a leg of ours belongs to.</summary>
    public ImmutableDictionary<CallRef, long> Legs { get; init; } = ImmutableDictionary<CallRef, long>.Empty;

    /// <summary>Calls that were to be ended while their switch could not be commanded: they are when it can.</summary>
    public ImmutableHashSet<CallRef> ToEnd { get; init; } = [];

    /// <summary>Ended calls whose agent is still in wrap-up; archived once more after it.</summary>
    public ImmutableDictionary<CallRef, HistoryEntry> InWrapUp { get; init; } = ImmutableDictionary<CallRef, HistoryEntry>.Empty;

    /// <summary>Places of callers who were cut off and may ring again.</summary>
    public Recollection<KeptPlace> KeptPlaces { get; init; } = new();

    /// <summary>Whom callers spoke with last, where a queue wants them to have the same agent again.</summary>
    public Recollection<LastAgent> LastAgents { get; init; } = new();

    /// <summary>Messages that callers began to leave and of which it is not known yet what became, by id and so by time.</summary>
    public ImmutableSortedDictionary<string, OpenMessage> Messages { get; init; } = ImmutableSortedDictionary.Create<string, OpenMessage>(StringComparer.Ordinal);

    /// <summary>Switches that can be commanded.</summary>
    public ImmutableSortedSet<string> Nodes { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedSet<Deadline> Deadlines { get; init; } = [];

    /// <summary>When the engine has asked to be woken.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>The latest time of joining given out: a clock set back does not let anyone pass.</summary>
    public DateTimeOffset LastJoined { get; init; }

    /// <summary>The last commands to operators that were obeyed, by number.</summary>
    public ImmutableSortedDictionary<long, AuditRecord> Audit { get; init; } = ImmutableSortedDictionary<long, AuditRecord>.Empty;

    /// <summary>Offers made so far.</summary>
    public long OffersMade { get; init; }

    /// <summary>Callers seen so far.</summary>
    public long CallersSeen { get; init; }

    /// <summary>Events that changed nothing: late, twice, or for calls long gone.</summary>
    public long Ignored { get; init; }

    /// <summary>Effects that could not be carried out.</summary>
    public long EffectsFailed { get; init; }

    /// <summary>What was found and put right after something was missed, and how often.</summary>
    public ImmutableSortedDictionary<Repair, long> Repairs { get; init; } = ImmutableSortedDictionary<Repair, long>.Empty;

    /// <summary>The outgoing call that a leg belongs to; null for any other call.</summary>
    public OutgoingCall? OutgoingOf(CallRef call) => Legs.TryGetValue(call, out var number) ? OutgoingCalls.GetValueOrDefault(number) : null;

    /// <summary>The caller's place in the queue, 1 for the first, in O(log n); null for one who does not wait.</summary>
    public int? PositionOf(CallRef call) =>
        Callers.TryGetValue(call, out var caller) && caller is { State: CallerState.Waiting, Queue: { } name }
            ? Queues[name].Line.IndexOf(caller.Place) + 1
            : null;

    /// <summary>
    /// Whom the offer is for at this moment: a phone that rings along rings for the first of those its agent may have, whoever that is by now.
    /// </summary>
    public CallRef CallOf(Offer offer) =>
        offer is { Along: true, State: OfferState.Ringing } && this.FirstUnanswered(offer) is { } first ? first.Call : offer.Call;

    /// <summary>The caller for whom an agent is rung, or whom the agent has, as an offer or as a guest of another agent.</summary>
    public CallRef? CallOf(long number) =>
        Offers.GetValueOrDefault(number) is { } offer ? CallOf(offer) : Guests.GetValueOrDefault(number)?.Call;

    /// <summary>How many phones ring for the caller; 0 for one for whom none does.</summary>
    public int PhonesFor(CallRef call) =>
        Callers.GetValueOrDefault(call) is not { Queue: { } name } caller || !this.IsUnanswered(caller) ? 0
        : 1 + Queues[name].Along.Count(rung => CallOf(Offers[rung.Offer]) == call);

    /// <summary>How long the caller has yet to wait, as far as can be told, in O(log n); null for one who does not wait, or when it cannot.</summary>
    /// <remarks>Who cannot be offered to every agent is told nothing: nobody has counted how many it can be.</remarks>
    public TimeSpan? ExpectedWaitOf(CallRef call) =>
        PositionOf(call) is { } place && Callers[call].Profile == Profile.Anybody ? Queues[Callers[call].Queue!].WaitAt(place) : null;
}
