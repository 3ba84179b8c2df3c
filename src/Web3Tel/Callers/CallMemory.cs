using System.Collections.Immutable;
using Web3Tel.Calls;
using Web3Tel.Skills;

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

    /// <summary>What the call remembers of having waited; null for one that has not.</summary>
    public static Remembered? Read(CallInfo call) =>
        TimeOf(call, CallVariables.Joined) is { } joined
            ? new Remembered(joined, joined - TimeOf(call, CallVariables.Place), SkillDemand.FromText(call.Variables.GetValueOrDefault(CallVariables.Skills)))
            : null;

    static DateTimeOffset? TimeOf(CallInfo call, string variable) => TimeOfJoining.FromText(call.Variables.GetValueOrDefault(variable));
}
