using System.Collections.Immutable;

namespace Web3Tel.Hours;

/// <summary>When a line is open. A special day goes before a holiday, a holiday before the week, and a hand before all.</summary>
/// <param name="Zone">Whose clock the hours are of; summer time comes and goes with it.</param>
public sealed record OpeningHours(TimeZoneInfo Zone)
{
    /// <summary>Nobody looks further ahead.</summary>
    const int DaysAhead = 400;

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

    /// <summary>When it is next otherwise than at that time; null when it never is, as far as can be seen.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var isOpen = IsOpen(at);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
        TimeOnly[] times = [.. Week.Values.Concat(SpecialDays.Values).SelectMany(day => day).SelectMany(period => new[] { period.From, period.To }).Append(TimeOnly.MinValue).Distinct()];
        var byCalendar = Enumerable.Range(0, DaysAhead).SelectMany(day => times.Select(time => InstantOf(today.AddDays(day).ToDateTime(time))).Order());
        // As long as the hand counts nothing changes: its end comes first, wherever it lies.
        return (ByHand is { } hand ? byCalendar.Prepend(hand.Until) : byCalendar)
            .Where(time => time > at && IsOpen(time) != isOpen)
            .Select(time => (DateTimeOffset?)time)
            .FirstOrDefault();
    }

    /// <summary>When it opens next; null when it never does, as far as can be seen.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at) => IsOpen(at) && NextChange(at) is { } closing ? NextChange(closing) : NextChange(at);

    /// <summary>A time that the change to summer time leaves out is the one an hour later.</summary>
    DateTimeOffset InstantOf(DateTime local)
    {
        local = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    ImmutableArray<Period> HoursOf(DateOnly day) =>
        SpecialDays.TryGetValue(day, out var special) ? special
        : Holidays.Contains((day.Month, day.Day)) ? []
        : Week.GetValueOrDefault(day.DayOfWeek, []);
}
