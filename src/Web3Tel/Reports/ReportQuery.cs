namespace Web3Tel.Reports;

/// <summary>What is asked for.</summary>
public sealed record ReportQuery
{
    public required Subject Subject { get; init; }

    /// <summary>A full quarter of an hour, as <see cref="To"/>: facts are kept by these.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public Interval Interval { get; init; } = Interval.Day;

    /// <summary>Seconds of the service level.</summary>
    public int AnsweredWithin { get; init; } = 20;

    /// <summary>Who hangs up within so many seconds is a short abandon.</summary>
    public int AbandonedWithin { get; init; } = 5;

    /// <summary>The queue, operator or line; null for all.</summary>
    public string? Name { get; init; }

    public long FirstSlot => Slot.Of(From);

    /// <summary>Exclusive.</summary>
    public long EndSlot => Slot.Of(To);
}
