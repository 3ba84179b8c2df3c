using System.Collections.Immutable;
using Web3Tel.Calls;

namespace Web3Tel.Callers;

/// <summary>What a waiting caller's call itself remembers, should the service lose its journal.</summary>
static class CallMemory
{
    /// <param name="withPlace">Whether the place is written even where it counts from the joining: another may be remembered.</param>
    public static ImmutableDictionary<string, string> Of(Caller caller, bool withPlace)
    {
        var memory = ImmutableDictionary<string, string>.Empty
            .Add(CallVariables.Queue, caller.Queue!)
            .Add(CallVariables.Joined, TimeOfJoining.ToText(caller.Joined!.Value));
        memory = caller.Demand is { } demand ? memory.Add(CallVariables.Skills, demand.ToText()) : memory;
        return withPlace || caller.Priority != TimeSpan.Zero
            ? memory.Add(CallVariables.Place, TimeOfJoining.ToText(caller.Joined.Value - caller.Priority))
            : memory;
    }
}
