namespace Web3Tel.Callbacks;

/// <summary>A part of a day of the week, by the clock on the wall.</summary>
/// <param name="From">The first moment in it.</param>
/// <param name="To">The first moment after it; on the next day when it is not later than <paramref name="From"/>, so 00:00 to 00:00 is the whole day.</param>
public sealed record CallingPeriod(DayOfWeek Day, TimeOnly From, TimeOnly To);
