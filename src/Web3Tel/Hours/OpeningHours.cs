using System.Collections.Immutable;

namespace Web3Tel.Hours;

/// <summary>When a line is open. A special day goes before a holiday, a holiday before the week, and a hand before all.</summary>
/// <param name="Zone">Whose clock the hours are of; summer time comes and goes with it.</param>
public sealed record OpeningHours(TimeZoneInfo Zone)
{
    /// <summary>A day of the week that is not named is closed.</summary>
    public ImmutableDictionary<DayOfWeek, ImmutableArray<Period>> Week { get; init; } =
        ImmutableDictionary<DayOfWeek, ImmutableArray<Period>>.Empty;

    /// <summary>Closed each year on these days; the year does not count.</summary>
    public ImmutableHashSet<(int Month, int Day)> Holidays { get; init; } = [];

    /// <summary>Days with hours of their own; with none they are closed.</summary>
    public ImmutableDictionary<DateOnly, ImmutableArray<Period>> SpecialDays { get; init; } =
        ImmutableDictionary<DateOnly, ImmutableArray<Period>>.Empty;

    public HandSetting? ByHand { get; init; }

    public bool IsOpen(DateTimeOffset at)
    {
        if (ByHand is { } hand && at < hand.Until)
        {
            return hand.Open;
        }

        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        return HoursOf(today).Any(period => period.HoldsOnItsDay(time))
            || (today > DateOnly.MinValue && HoursOf(today.AddDays(-1)).Any(period => period.HoldsOnTheNextDay(time)));
    }

    ImmutableArray<Period> HoursOf(DateOnly day) =>
        SpecialDays.TryGetValue(day, out var special) ? special
        : Holidays.Contains((day.Month, day.Day)) ? []
        : Week.GetValueOrDefault(day.DayOfWeek, []);
}
