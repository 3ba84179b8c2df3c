using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Server.Panel;

/// <summary>A call for which an operator's phone rang in vain.</summary>
/// <param name="At">When it stopped to ring.</param>
public sealed record MissedCall(string Id, DateTimeOffset At, string Name, string Number)
{
    /// <summary>Those of an operator among calls that are over; one that was answered at last is none.</summary>
    public static IEnumerable<MissedCall> Of(string agent, IEnumerable<HistoryEntry> calls) =>
        from call in calls
        where !call.Journey.Any(step => step.What == JourneyEvent.Connected && step.Agent == agent)
        let rang = call.Journey.LastOrDefault(step => step.What == JourneyEvent.OfferEnded && step.Agent == agent && IsMissed(step.Detail))
        where rang is not null
        select new MissedCall(call.Id, rang.At, call.Name, call.Other);

    static bool IsMissed(string? outcome) => Enum.TryParse<OfferOutcome>(outcome, out var read) && read is OfferOutcome.NoAnswer or OfferOutcome.Rejected or OfferOutcome.Busy or OfferOutcome.Unreachable;
}
