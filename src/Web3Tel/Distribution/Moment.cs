using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>One step of the engine, looked at from outside: what was, what happened, what became of it.</summary>
public sealed record Moment(CallCenter Before, Event Happened, CallCenter After, ImmutableArray<Effect> Effects)
{
    public DateTimeOffset At => Happened.At;

    /// <summary>Whom the step has set or taken away.</summary>
    internal Touched Touched { get; private init; } = new();

    /// <summary>
    /// The caller before or after the step, by whichever reference: a callback that was asked for while no switch was there has one later,
    /// and the same id.
    /// </summary>
    /// <param name="state">That before or after.</param>
    internal Caller? CallerIn(CallCenter state, CallRef call) => state.Callers.GetValueOrDefault(call)
        ?? Touched.Callers.Where(other => other.Id == call.Id).Select(other => state.Callers.GetValueOrDefault(other)).FirstOrDefault(caller => caller is not null);

    public static Moment Of(CallCenter before, Event happened)
    {
        var touched = new Touched();
        var (after, effects) = Engine.Step(before, happened, touched);
        return new Moment(before, happened, after, effects) { Touched = touched };
    }
}
