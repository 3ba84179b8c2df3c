using System.Collections.Immutable;
using Web3Tel.Distribution;

namespace Web3Tel.Explanation;

/// <summary>One step of the engine, looked at from outside: what was, what happened, what became of it.</summary>
public sealed record Moment(CallCenter Before, Event Happened, CallCenter After, ImmutableArray<Effect> Effects)
{
    internal DateTimeOffset At => Happened.At;

    internal Explained Found(Finding what) => new(After.Number, At, what);

    public static Moment Of(CallCenter before, Event happened)
    {
        var (after, effects) = Engine.Step(before, happened);
        return new Moment(before, happened, after, effects);
    }
}
