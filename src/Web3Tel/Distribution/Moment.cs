using System.Collections.Immutable;

namespace Web3Tel.Distribution;

/// <summary>One step of the engine, looked at from outside: what was, what happened, what became of it.</summary>
public sealed record Moment(CallCenter Before, Event Happened, CallCenter After, ImmutableArray<Effect> Effects)
{
    public DateTimeOffset At => Happened.At;

    public static Moment Of(CallCenter before, Event happened)
    {
        var (after, effects) = Engine.Step(before, happened);
        return new Moment(before, happened, after, effects);
    }
}
