using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Distribution.Rules;
using Web3Tel.Speech;

namespace Web3Tel.Recordings;

/// <summary>That the conversation is recorded, as it is to be said to a caller.</summary>
/// <param name="Source">A sound, <c>prompt:</c> with a name, or <c>speak:</c> with words.</param>
/// <param name="Language">In which it is spoken where the sound is missing.</param>
public sealed record RecordingNotice(string Source, Language Language)
{
    /// <summary>
    /// What the caller has still to hear before a conversation that is recorded; null for nothing. A queue's own goes before that of the line. What
    /// is left of an outgoing call, past all queues, goes by the settings of outgoing calls.
    /// </summary>
    /// <param name="queue">By whose rules the conversation is; null for those of the line alone.</param>
    internal static RecordingNotice? Due(CallCenter state, Caller caller, string? queue)
    {
        if (caller.ToldOfRecording || !RecordingTalks.Records(state, caller, queue))
        {
            return null;
        }

        if (caller.IsRestOfOutgoing)
        {
            var outgoing = state.Configuration.Outgoing;
            return Of(outgoing.RecordingNotice, outgoing.Language);
        }

        var settings = queue is null ? null : state.Queues.GetValueOrDefault(queue)?.Settings;
        var line = state.Configuration.LineOf(caller);
        return Of(settings?.RecordingNotice ?? line?.RecordingNotice, caller.Language ?? line?.Language ?? settings?.Announce?.Language ?? default);
    }

    /// <summary>What a caller of the line hears first of all; null for nothing.</summary>
    internal static RecordingNotice? AtFirst(CallCenter state, Caller caller) =>
        caller.ToldOfRecording || state.Configuration.LineOf(caller) is not { } line ? null : Of(line.RecordingNotice, line.Language ?? default);

    static RecordingNotice? Of(string? source, Language language) => source is null ? null : new RecordingNotice(source, language);
}
