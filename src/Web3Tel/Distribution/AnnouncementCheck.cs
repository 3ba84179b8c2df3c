using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>What must hold of the announcements of a queue.</summary>
static class AnnouncementCheck
{
    public static IEnumerable<string> Problems(string name, Announcements announce) =>
    [
        .. ConfigurationCheck.OutOfRange($"{name}: LeastGap", announce.LeastGap, ConfigurationCheck.Shortest),
        .. ConfigurationCheck.OutOfRange($"{name}: MessageEvery", announce.MessageEvery, ConfigurationCheck.Shortest),
        .. announce.RepeatAfter is { } again ? ConfigurationCheck.OutOfRange($"{name}: RepeatAfter", again, ConfigurationCheck.Shortest) : [],
        .. announce.Messages.Any(string.IsNullOrWhiteSpace) ? [$"{name}: one of the Messages is empty: name a sound, or leave it out."] : Array.Empty<string>(),
    ];
}
