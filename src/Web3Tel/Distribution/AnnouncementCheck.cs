using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Web3Tel.Voicemail;

namespace Web3Tel.Distribution;

/// <summary>What must hold of the announcements of a queue.</summary>
static class AnnouncementCheck
{
    /// <param name="keys">By which callers of the queue leave.</param>
    public static IEnumerable<string> Problems(string name, Announcements announce, ImmutableArray<ExitKey> keys) =>
    [
        .. ConfigurationCheck.OutOfRange($"{name}: LeastGap", announce.LeastGap, ConfigurationCheck.Shortest),
        .. ConfigurationCheck.OutOfRange($"{name}: MessageEvery", announce.MessageEvery, ConfigurationCheck.Shortest),
        .. announce.RepeatAfter is { } again ? ConfigurationCheck.OutOfRange($"{name}: RepeatAfter", again, ConfigurationCheck.Shortest) : [],
        .. announce.Messages.Any(string.IsNullOrWhiteSpace) ? [$"{name}: one of the Messages is empty: name a sound, or leave it out."] : Array.Empty<string>(),
        .. announce.Keys && ExitKeyPhrases.Of(announce.Language, keys) is null
            ? [$"{name}: Keys is set, but no exit key leads to step:{CallbackFlow.Step} or step:{VoicemailFlow.Step}: add one, or leave Keys out."] : Array.Empty<string>(),
    ];
}
