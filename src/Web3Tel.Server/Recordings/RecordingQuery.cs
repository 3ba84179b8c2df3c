namespace Web3Tel.Server.Recordings;

/// <summary>Which recordings are wanted: those for which everything holds that is not null.</summary>
sealed record RecordingQuery
{
    /// <summary>Conversations that began at that time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Conversations that began before that time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Conversations that began at that time of the day or later.</summary>
    public TimeOnly? DayFrom { get; init; }

    /// <summary>Conversations that began before that time of the day; one before <see cref="DayFrom"/> is that of the next day.</summary>
    public TimeOnly? DayTo { get; init; }

    /// <summary>Where the times of the day are taken.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Tells of an operator's id whether it is one of those wanted.</summary>
    public Func<string, bool>? Operator { get; init; }

    /// <summary>Digits that follow each other in the number of who called, in that of who was called or in a number outside that the caller was put through to.</summary>
    public string? Number { get; init; }

    /// <summary>The same for who called alone.</summary>
    public string? From { get; init; }

    /// <summary>The same for who was called, and a number outside, alone.</summary>
    public string? To { get; init; }

    public string? Queue { get; init; }

    /// <summary>Whether those of a queue may be seen; asked with null for those of none. Null for all.</summary>
    public Func<string?, bool>? IsSeen { get; init; }

    /// <summary>Id of the result that the operator gave last.</summary>
    public string? ResultCode { get; init; }

    public double? LeastSeconds { get; init; }

    public double? MostSeconds { get; init; }
}
