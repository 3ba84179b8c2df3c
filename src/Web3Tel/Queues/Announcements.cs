using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Queues;

/// <summary>What a queue tells those who wait. The music stops for it and goes on after it; an agent who answers ends both at once.</summary>
public sealed record Announcements
{
    public Language Language { get; init; }

    /// <summary>Whether the place in the queue is told: on joining, and whenever it got better.</summary>
    public bool Position { get; init; }

    /// <summary>Whether the expected wait is told: with the place, or by itself whenever it got shorter by a minute.</summary>
    public bool ExpectedWait { get; init; }

    /// <summary>After how long the place is told again though it did not get better; null for never.</summary>
    public TimeSpan? RepeatAfter { get; init; }

    /// <summary>The least music between two announcements; a place that gets better in between is told after it.</summary>
    public TimeSpan LeastGap { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Sounds in the switch's own words, played one at a time, in turn.</summary>
    public ImmutableArray<string> Messages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether callers are told by which keys they are called back or leave a message, as the first of the messages in turn.</summary>
    public bool Keys { get; init; }

    /// <summary>The time from joining to the first message, and from one to the next.</summary>
    public TimeSpan MessageEvery { get; init; } = TimeSpan.FromSeconds(60);
}
