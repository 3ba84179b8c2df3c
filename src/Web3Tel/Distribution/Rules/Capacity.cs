using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Lines;

namespace Web3Tel.Distribution.Rules;

/// <summary>Lines that hold so many callers and no more.</summary>
static class Capacity
{
    /// <summary>The line that this caller is one too many for, if it is so.</summary>
    public static LineSettings? BusyLine(this Decision now, Caller caller) =>
        now.Configuration.LineOf(caller) is { Channels: { } channels } line
            && now.State.LinesInUse.GetValueOrDefault(line.Number) > channels
            ? line
            : null;

    /// <summary>The busy tone, or the step that is set for it.</summary>
    public static void TurnAway(this Decision now, Caller caller, LineSettings line)
    {
        caller = caller.With(now.At, JourneyEvent.LineBusy, detail: line.Number);
        if (line.WhenBusy is not { } step)
        {
            now.Dismiss(caller, CallResult.TurnedAway, EndedBy.Service, HangupCause.UserBusy);
            return;
        }

        now.GoOn(caller, from: null, step);
        if (now.Caller(caller.Call) is { State: CallerState.Waiting })
        {
            now.Emit(new Effect.Receive(caller.Call));
        }
    }
}
