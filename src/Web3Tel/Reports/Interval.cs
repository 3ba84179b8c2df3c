namespace Web3Tel.Reports;

/// <summary>What a row of a report is about.</summary>
public enum Interval
{
    QuarterHour,
    HalfHour,
    Hour,

    /// <summary>From midnight to midnight by the clock on the wall: 23 or 25 hours when summer time comes or goes.</summary>
    Day,

    /// <summary>The whole time that was asked for.</summary>
    Whole,
}
