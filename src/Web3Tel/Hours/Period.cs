namespace Web3Tel.Hours;

/// <summary>A part of a day by the clock on the wall.</summary>
/// <param name="From">The first moment in it.</param>
/// <param name="To">The first moment after it; on the next day when it is not later than <paramref name="From"/>, so 00:00 to 00:00 is the whole day.</param>
public readonly record struct Period(TimeOnly From, TimeOnly To)
{
    bool EndsTomorrow => To <= From;

    internal bool HoldsOnItsDay(TimeOnly time) => time >= From && (EndsTomorrow || time < To);

    internal bool HoldsOnTheNextDay(TimeOnly time) => EndsTomorrow && time < To;
}
