using System.Text;

namespace Web3Tel.Server.Recordings;

/// <summary>A query in the terms of <see cref="Segment"/>: names are numbers, digits bytes. For one search.</summary>
sealed class Sieve
{
    /// <summary>Nowhere does the clock change but at a quarter of an hour.</summary>
    const long Quarter = TimeSpan.TicksPerMinute * 15;

    readonly TimeZoneInfo zone;
    readonly long dayFrom;
    readonly long dayTo;
    readonly bool anyTime;
    long quarter = -1;
    long offset;

    public Sieve(RecordingQuery query, (NameTable Operators, NameTable Queues, NameTable Results) names)
    {
        Since = query.Since?.UtcTicks ?? long.MinValue;
        Until = query.Until?.UtcTicks ?? long.MaxValue;
        LeastSeconds = (float?)query.LeastSeconds ?? float.MinValue;
        MostSeconds = (float?)query.MostSeconds ?? float.MaxValue;
        Queues = query.Queue is null && query.IsSeen is null ? null : names.Queues.Which(queue => (query.Queue is null || queue == query.Queue) && query.IsSeen?.Invoke(queue.Length == 0 ? null : queue) != false);
        Results = query.ResultCode is null ? null : names.Results.Which(result => result == query.ResultCode);
        Operators = query.Operator is null ? null : names.Operators.Which(talkers => talkers.Split(',').Any(query.Operator));
        Number = Bytes(query.Number);
        From = Bytes(query.From);
        To = Bytes(query.To);
        zone = query.Zone;
        anyTime = query.DayFrom is null && query.DayTo is null;
        dayFrom = query.DayFrom?.Ticks ?? 0;
        dayTo = query.DayTo?.Ticks ?? TimeSpan.TicksPerDay;
    }

    public long Since { get; }

    public long Until { get; }

    public float LeastSeconds { get; }

    public float MostSeconds { get; }

    /// <summary>By the queue's number, or null for any.</summary>
    public bool[]? Queues { get; }

    /// <summary>By the result's number, or null for any.</summary>
    public bool[]? Results { get; }

    /// <summary>By the operators' number, or null for any.</summary>
    public bool[]? Operators { get; }

    public byte[]? Number { get; }

    public byte[]? From { get; }

    public byte[]? To { get; }

    public bool HasTimeOfDay(long start)
    {
        if (anyTime)
        {
            return true;
        }

        if (start / Quarter != quarter)
        {
            // Recordings lie about in order: the zone is asked once for many.
            quarter = start / Quarter;
            offset = zone.GetUtcOffset(new DateTime(start, DateTimeKind.Utc)).Ticks;
        }

        var time = (start + offset) % TimeSpan.TicksPerDay;
        return dayFrom <= dayTo ? time >= dayFrom && time < dayTo : time >= dayFrom || time < dayTo;
    }

    static byte[]? Bytes(string? digits) => digits is null ? null : Encoding.ASCII.GetBytes(digits);
}
