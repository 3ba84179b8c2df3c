namespace Web3Tel.Server.Recordings;

/// <summary>When recordings are seen to.</summary>
sealed record RecordingTimes
{
    /// <summary>How often it is looked whether files are finished.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A file that has not changed for so long is finished: the switch closes it some moments after the call, and may say so later still.</summary>
    public TimeSpan Settled { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A file that is not there so long after the conversation will not come.</summary>
    public TimeSpan Missing { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A file that could not be read is tried again after so long.</summary>
    public TimeSpan Unreadable { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often it is looked what has been kept long enough.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(1);
}
