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
    public static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, Announcements announce, ImmutableArray<ExitKey> keys) =>
    [
        .. ConfigurationCheck.OutOfRange(name.At("LeastGap"), announce.LeastGap, ConfigurationCheck.Shortest),
        .. ConfigurationCheck.OutOfRange(name.At("MessageEvery"), announce.MessageEvery, ConfigurationCheck.Shortest),
        .. announce.RepeatAfter is { } again ? ConfigurationCheck.OutOfRange(name.At("RepeatAfter"), again, ConfigurationCheck.Shortest) : [],
        .. announce.Messages.Any(string.IsNullOrWhiteSpace) ? [name.Is(": one of the Messages is empty: name a sound, or leave it out.", ": одно из Messages пустое: назовите звук или уберите.")] : Array.Empty<ConfigurationProblem>(),
        .. announce.Keys && ExitKeyPhrases.Of(announce.Language, keys) is null
            ? [name.At("Keys").Is($" is set, but no exit key leads to step:{CallbackFlow.Step} or step:{VoicemailFlow.Step}: add one, or leave Keys out.", $" задано, но ни одна клавиша выхода не ведёт в step:{CallbackFlow.Step} или step:{VoicemailFlow.Step}: добавьте такую или уберите Keys.")] : Array.Empty<ConfigurationProblem>(),
    ];
}
