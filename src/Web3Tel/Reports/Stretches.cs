using System.Collections.Immutable;

namespace Web3Tel.Reports;

/// <summary>Cuts a time into intervals, by the clock on the wall of a time zone.</summary>
public static class Stretches
{
    /// <summary>In order, without gaps; the first and the last are cut where the time begins and ends. Times have the offset of the zone.</summary>
    public static ImmutableArray<Stretch> Of(DateTimeOffset from, DateTimeOffset to, Interval interval, TimeZoneInfo zone)
    {
        if (interval == Interval.Whole)
        {
            return from < to ? [Local(new Stretch(from, to), zone)] : [];
        }

        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime); Midnight(day, zone) < to; day = day.AddDays(1))
        {
            var (begin, end) = (Midnight(day, zone), Midnight(day.AddDays(1), zone));
            var length = LengthOf(interval) ?? end - begin;
            for (var at = begin; at < end; at += length)
            {
                var stretch = new Stretch(Later(at, from), Earlier(Earlier(at + length, end), to));
                if (stretch.From < stretch.To)
                {
                    stretches.Add(Local(stretch, zone));
                }
            }
        }

        return stretches.ToImmutable();
    }

    /// <summary>When a day begins. Where the clock is put forward at midnight it is the first moment there is, where it is put back the first of the two.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local += Slot.Length;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local.Ticks - offset.Ticks, TimeSpan.Zero);
    }

    static TimeSpan? LengthOf(Interval interval) => interval switch
    {
        Interval.QuarterHour => TimeSpan.FromMinutes(15),
        Interval.HalfHour => TimeSpan.FromMinutes(30),
        Interval.Hour => TimeSpan.FromHours(1),
        Interval.Day or Interval.Whole => null,
    };

    static Stretch Local(Stretch stretch, TimeZoneInfo zone) => new(TimeZoneInfo.ConvertTime(stretch.From, zone), TimeZoneInfo.ConvertTime(stretch.To, zone));

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
