using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Distribution;

/// <summary>Where a caller stands follows from the caller and from which switches can be commanded.</summary>
static class Standings
{
    public static Standing StandingOn(this Caller? caller, ImmutableSortedSet<string> nodes)
    {
        if (caller is not { State: CallerState.Waiting waiting })
        {
            return Standing.None;
        }

        if (caller.Away is { } away)
        {
            return away.ReturnBy is null ? Standing.Line : Standing.Line | Standing.Expected;
        }

        return !nodes.Contains(caller.Call.Node) || caller.IsRestingRequest() ? Standing.Line
            : waiting.Offer is null ? Standing.Line | Standing.Present | Standing.Unoffered
            : Standing.Line | Standing.Present;
    }

    /// <summary>Keeps the place, but is not called yet, or may be ringing out of our sight.</summary>
    static bool IsRestingRequest(this Caller caller) =>
        caller.IsRequest && (caller.Guest is not null || caller.Callback!.Rest is not null);
}
