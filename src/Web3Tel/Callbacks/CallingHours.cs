using System.Collections.Immutable;
using Web3Tel.Hours;

namespace Web3Tel.Callbacks;

/// <summary>When customers may be called, as data: a week, and days on which nobody is called.</summary>
/// <param name="Zone">Whose clock it is, such as <c>Europe/Moscow</c>.</param>
public sealed record CallingHours(string Zone)
{
    /// <summary>Nobody looks further ahead.</summary>
    const int Days = 400;

    public ImmutableArray<CallingPeriod> Week { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Days without calls, whatever the week says.</summary>
    public ImmutableArray<DateOnly> Closed { get; init => field = value.IsDefault ? [] : value; } = [];

    public bool IsOpen(DateTimeOffset at) => Calendar().IsOpen(at);

    /// <summary>When it is next otherwise than at that time; null when it never is, as far as can be seen.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var calendar = Calendar();
        var isOpen = calendar.IsOpen(at);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime);
        TimeOnly[] times = [.. Week.SelectMany(period => new[] { period.From, period.To }).Append(TimeOnly.MinValue).Distinct().Order()];
        return Enumerable.Range(0, Days)
            .SelectMany(day => times.Select(time => InstantOf(today.AddDays(day).ToDateTime(time), calendar.Zone)))
            .Where(time => time > at && calendar.IsOpen(time) != isOpen)
            .Select(time => (DateTimeOffset?)time)
            .FirstOrDefault();
    }

    internal static bool IsZone(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    OpeningHours Calendar() => new(TimeZoneInfo.FindSystemTimeZoneById(Zone))
    {
        Week = Week.GroupBy(period => period.Day).ToImmutableDictionary(
            day => day.Key,
            day => day.Select(period => new Period(period.From, period.To)).ToImmutableArray()),
        SpecialDays = Closed.Distinct().ToImmutableDictionary(day => day, _ => ImmutableArray<Period>.Empty),
    };

    /// <summary>A time that the change to summer time leaves out is the one an hour later.</summary>
    static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
