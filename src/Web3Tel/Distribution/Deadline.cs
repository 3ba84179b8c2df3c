using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Outgoing;

namespace Web3Tel.Distribution;

/// <summary>When the state of one offer, agent or caller ends by itself. Each has at most one, derived from its state.</summary>
public readonly record struct Deadline(DateTimeOffset At, long Offer, string? Agent, CallRef Call) : IComparable<Deadline>
{
    internal static Deadline? Of(Offer? offer) =>
        offer?.Until is { } until ? new Deadline(until, offer.Number, null, default) : null;

    /// <summary>By number, which guests share with offers.</summary>
    internal static Deadline? Of(Guest? guest) =>
        Earliest(guest?.PauseDue, guest?.Until) is { } until ? new Deadline(until, guest!.Number, null, default) : null;

    /// <summary>By number, as above.</summary>
    internal static Deadline? Of(OutgoingCall? call) =>
        Earliest(call?.PauseDue, call?.Until) is { } until ? new Deadline(until, call!.Number, null, default) : null;

    internal static Deadline? Of(Agent? agent) =>
        agent?.Until is { } until ? new Deadline(until, 0, agent.Id, default) : null;

    internal static Deadline? Of(Caller? caller) =>
        caller?.Until is { } until ? new Deadline(until, 0, null, caller.Call) : null;

    /// <summary>The earliest of those that are set; null when none is.</summary>
    internal static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? earliest = null;
        foreach (var time in times)
        {
            earliest = time < earliest ? time : earliest ?? time;
        }

        return earliest;
    }

    public int CompareTo(Deadline other)
    {
        var order = At.CompareTo(other.At);
        order = order != 0 ? order : Offer.CompareTo(other.Offer);
        order = order != 0 ? order : string.CompareOrdinal(Agent, other.Agent);
        order = order != 0 ? order : string.CompareOrdinal(Call.Node, other.Call.Node);
        return order != 0 ? order : string.CompareOrdinal(Call.Id, other.Call.Id);
    }
}
