namespace Web3Tel.Information;

/// <summary>How callers are told something that is read from elsewhere.</summary>
public sealed record InformationSettings
{
    /// <summary>What is played when there is nothing to tell, as <see cref="Prompts.Sound"/> reads it; null for nothing.</summary>
    public string? Fallback { get; init; }

    /// <summary>How long the source may take. After it callers are told what was read last.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What is heard meanwhile, in the switch's own words; null for silence.</summary>
    public string? Music { get; init; }

    /// <summary>So long what was read is told to others, too, and the source is left alone.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>So long what was read last is better than nothing.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromHours(1);
}
