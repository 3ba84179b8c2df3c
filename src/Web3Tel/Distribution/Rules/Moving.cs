using Web3Tel.Callers;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Callers to whom a supervisor gives another place. As with a priority, it is only the time their place counts from that changes: all others
/// keep their places among each other, and whoever answers still gets the first.
/// </summary>
static class Moving
{
    public static void Move(this Decision now, Caller caller, Event.MoveAsked asked)
    {
        var (from, to) = (caller.Queue!, asked.Queue ?? caller.Queue!);
        if (asked.Position is { } position)
        {
            caller = caller with { Priority = caller.Joined!.Value - now.State.Queues[to].TimeAt(caller, position, now.At)!.Value };
        }

        caller = caller.With(now.At, JourneyEvent.Moved, detail: Described(to, asked));
        if (to == from)
        {
            now.Set(caller with { Foretold = null });
            now.Foretell(caller.Call);
        }
        else
        {
            now.Enter(caller, to, caller.Joined!.Value, now.At);
        }

        if (caller is { Away: null, IsRequest: false })
        {
            now.Emit(new Effect.Remember(caller.Call, CallMemory.Of(now.Caller(caller.Call)!, withPlace: true)));
        }

        // One who was expected back may have kept others waiting.
        now.ServeQueue(from);
    }

    static string Described(string queue, Event.MoveAsked asked)
    {
        var where = asked.Position is { } position ? $"{queue}: {position}" : queue;
        return asked.By is { } by ? $"{where}, {by}" : where;
    }
}
