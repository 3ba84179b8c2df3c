using System.Collections.Immutable;

namespace Web3Tel.Distribution;

/// <summary>One step of the engine, looked at from outside: what was, what happened, what became of it.</summary>
public sealed record Moment(CallCenter Before, Event Happened, CallCenter After, ImmutableArray<Effect> Effects)
{
    public DateTimeOffset At => Happened.At;

    /// <summary>Whom the step has set or taken away.</summary>
    internal Touched Touched { get; private init; } = new();

    public static Moment Of(CallCenter before, Event happened)
    {
        var touched = new Touched();
        var (after, effects) = Engine.Step(before, happened, touched);
        return new Moment(before, happened, after, effects) { Touched = touched };
    }
}
