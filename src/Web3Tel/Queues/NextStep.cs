using System.Text.Json.Serialization;

namespace Web3Tel.Queues;

/// <summary>Where a caller goes who leaves a queue without an agent.</summary>
[JsonDerivedType(typeof(Queue), "queue")]
[JsonDerivedType(typeof(HangUp), "hangUp")]
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>To another queue, keeping the time waited.</summary>
    public sealed record Queue(string Name) : NextStep;

    /// <summary>The call ends.</summary>
    /// <param name="Message">What the caller hears before, in the switch's own words; null for nothing.</param>
    public sealed record HangUp(string? Message = null) : NextStep;
}
