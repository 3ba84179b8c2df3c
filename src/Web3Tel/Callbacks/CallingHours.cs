using System.Collections.Immutable;
using Web3Tel.Hours;

namespace Web3Tel.Callbacks;

/// <summary>When customers may be called, as data: a week, and days on which nobody is called.</summary>
/// <param name="Zone">Whose clock it is, such as <c>Europe/Moscow</c>.</param>
public sealed record CallingHours(string Zone)
{
    public ImmutableArray<CallingPeriod> Week { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Days without calls, whatever the week says.</summary>
    public ImmutableArray<DateOnly> Closed { get; init => field = value.IsDefault ? [] : value; } = [];

    public bool IsOpen(DateTimeOffset at) => Calendar().IsOpen(at);

    /// <summary>When it is next otherwise than at that time; null when it never is, as far as can be seen.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at) => Calendar().NextChange(at);

    internal static bool IsZone(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    OpeningHours Calendar() => new(TimeZoneInfo.FindSystemTimeZoneById(Zone))
    {
        Week = Week.GroupBy(period => period.Day).ToImmutableDictionary(
            day => day.Key,
            day => day.Select(period => new Period(period.From, period.To)).ToImmutableArray()),
        SpecialDays = Closed.Distinct().ToImmutableDictionary(day => day, _ => ImmutableArray<Period>.Empty),
    };
}
