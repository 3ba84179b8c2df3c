using Web3Tel.Distribution;

namespace Web3Tel.Journal;

/// <summary>One thing that happened.</summary>
/// <param name="Number">1 for the first, without gaps.</param>
/// <param name="Version">The version of the engine's rules and of the event's form.</param>
public sealed record JournalEntry(long Number, int Version, Event Event)
{
    public const int CurrentVersion = 1;
}
