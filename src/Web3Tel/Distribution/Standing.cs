using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Distribution;

/// <summary>In which views of a queue a caller stands.</summary>
[Flags]
internal enum Standing
{
    None = 0,
    Line = 1,
    Present = 2,
    Unoffered = 4,
    Expected = 8,
}

internal static class Standings
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

        return !nodes.Contains(caller.Call.Node) ? Standing.Line
            : waiting.Offer is null ? Standing.Line | Standing.Present | Standing.Unoffered
            : Standing.Line | Standing.Present;
    }
}
