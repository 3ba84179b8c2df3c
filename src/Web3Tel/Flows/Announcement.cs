namespace Web3Tel.Flows;

/// <summary>One thing a waiting caller is told.</summary>
abstract record Announcement
{
    Announcement()
    {
    }

    public sealed record Place(int Number) : Announcement;

    /// <param name="Expected">How long it will take, as far as can be told.</param>
    public sealed record Wait(TimeSpan Expected) : Announcement;

    /// <summary>The keys by which the caller may leave.</summary>
    public sealed record Keys : Announcement;

    /// <param name="Source">A sound in the switch's own words.</param>
    public sealed record Message(string Source) : Announcement;
}
