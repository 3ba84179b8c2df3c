using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Voicemail;

namespace Web3Tel.Journal;

/// <summary>The call center's state for the disk: a restart needs it and the journal entries after it, not the whole journal.</summary>
public sealed record Snapshot
{
    /// <summary>As <see cref="JournalEntry.Version"/>.</summary>
    public int Version { get; init; } = JournalEntry.CurrentVersion;

    /// <summary>The last journal entry it contains.</summary>
    public required long Number { get; init; }

    public required Guid Instance { get; init; }

    public required Configuration Configuration { get; init; }

    public ImmutableArray<QueueSnapshot> Queues { get; init; } = [];

    public ImmutableArray<Agent> Agents { get; init; } = [];

    public ImmutableArray<Caller> Callers { get; init; } = [];

    public ImmutableArray<Offer> Offers { get; init; } = [];

    public ImmutableArray<Guest> Guests { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<OutgoingCall> OutgoingCalls { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<CallRef> ToEnd { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<HistoryEntry> InWrapUp { get; init; } = [];

    public ImmutableArray<KeptPlace> KeptPlaces { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<LastAgent> LastAgents { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<OpenMessage> Messages { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Nodes { get; init; } = [];

    public ImmutableArray<AuditRecord> Audit { get; init => field = value.IsDefault ? [] : value; } = [];

    public DateTimeOffset? WakeAt { get; init; }

    public DateTimeOffset LastJoined { get; init; }

    public long OffersMade { get; init; }

    public long CallersSeen { get; init; }

    public long Ignored { get; init; }

    public long EffectsFailed { get; init; }

    public ImmutableSortedDictionary<Repair, long> Repairs { get; init => field = value ?? ImmutableSortedDictionary<Repair, long>.Empty; } = ImmutableSortedDictionary<Repair, long>.Empty;

    public static Snapshot Of(CallCenter state) => new()
    {
        Number = state.Number,
        Instance = state.Instance,
        Configuration = state.Configuration,
        Queues = [.. state.Queues.Values.Select(queue => new QueueSnapshot(queue.Settings, queue.Open, queue.LastRung, queue.Pace))],
        Agents = [.. state.Agents.Values],
        Callers = [.. state.Callers.Values.OrderBy(caller => caller.Sequence)],
        Offers = [.. state.Offers.Values],
        Guests = [.. state.Guests.Values],
        OutgoingCalls = [.. state.OutgoingCalls.Values],
        ToEnd = [.. state.ToEnd.OrderBy(call => call.Node, StringComparer.Ordinal).ThenBy(call => call.Id, StringComparer.Ordinal)],
        InWrapUp = [.. state.InWrapUp.Values.OrderBy(entry => entry.Id, StringComparer.Ordinal)],
        KeptPlaces = [.. state.KeptPlaces.Items],
        LastAgents = [.. state.LastAgents.Items],
        Messages = [.. state.Messages.Values],
        Nodes = [.. state.Nodes],
        Audit = [.. state.Audit.Values],
        WakeAt = state.WakeAt,
        LastJoined = state.LastJoined,
        OffersMade = state.OffersMade,
        CallersSeen = state.CallersSeen,
        Ignored = state.Ignored,
        EffectsFailed = state.EffectsFailed,
        Repairs = state.Repairs,
    };

    /// <summary>The state it was made of, its views built anew.</summary>
    public CallCenter Restore() => CallCenter.Empty.Restore(this);
}
