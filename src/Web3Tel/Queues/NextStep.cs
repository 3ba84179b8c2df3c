using System.Text.Json.Serialization;

namespace Web3Tel.Queues;

/// <summary>Where a caller goes who leaves a queue without an agent.</summary>
[JsonDerivedType(typeof(Queue), "queue")]
[JsonDerivedType(typeof(HangUp), "hangUp")]
[JsonDerivedType(typeof(Named), "named")]
[JsonDerivedType(typeof(Number), "number")]
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>The step itself, and what follows when it cannot be taken.</summary>
    internal IEnumerable<NextStep> Way => this is Number { Otherwise: { } next } ? next.Way.Prepend(this) : [this];

    /// <summary>To another queue, keeping the time waited.</summary>
    public sealed record Queue(string Name) : NextStep;

    /// <summary>The call ends.</summary>
    /// <param name="Message">What the caller hears before, in the switch's own words; null for nothing.</param>
    public sealed record HangUp(string? Message = null) : NextStep;

    /// <summary>On with a flow that is registered under a name. Where that ends without a queue, so does the call.</summary>
    public sealed record Named(string Name) : NextStep;

    /// <summary>To a telephone outside, by the configured line out.</summary>
    /// <param name="To">The number.</param>
    /// <param name="Otherwise">Where to when it cannot be reached; null to end the call.</param>
    public sealed record Number(string To, NextStep? Otherwise = null) : NextStep;
}
