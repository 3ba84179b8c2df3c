using System.Collections.Immutable;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Recordings;

namespace Web3Tel.Phones;

/// <summary>
/// Keys that operators press in a conversation, such as <c>*7</c>, by which the recording is paused and goes on. They come from the operator's own
/// leg: what callers press, and numbers outside, commands nothing. Touched only from within the serializer.
/// </summary>
sealed class TelephoneKeys(Func<PhoneSettings> settings, Func<CallCenter> current)
{
    /// <summary>A key that comes later than that begins anew.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly Dictionary<CallRef, (string Typed, DateTimeOffset At)> _typed = [];

    /// <summary>What an operator commands by it; null for nothing, or nothing yet.</summary>
    public Event? Press(CallRef leg, char key, DateTimeOffset at)
    {
        if (settings() is not { PauseRecording: { } pause } set || Conversation(leg) is not { } talk)
        {
            return null;
        }

        var typed = (_typed.TryGetValue(leg, out var before) && at - before.At <= Patience ? before.Typed : "") + key;
        // Only the end of it counts.
        _typed[leg] = (typed[Math.Max(0, typed.Length - PhoneSettings.MostKeys)..], at);
        var pauses = typed.EndsWith(pause, StringComparison.Ordinal);
        if (!pauses && !(set.ResumeRecording is { } resume && typed.EndsWith(resume, StringComparison.Ordinal)))
        {
            return null;
        }

        _typed.Remove(leg);
        return pauses && (set.ResumeRecording is not null || talk.Tapes.Any(tape => tape is { Path: not null, Pause: null or { State: PauseState.Ending } }))
            ? new Event.RecordingPauseAsked(at, talk.Tapes[0].Call, talk.Agent)
            : new Event.RecordingResumeAsked(at, talk.Tapes[0].Call, talk.Agent);
    }

    public void Forget(CallRef leg) => _typed.Remove(leg);

    /// <summary>The conversation of the operator whose leg it is; null for any other leg.</summary>
    (ImmutableArray<Tape> Tapes, string Agent)? Conversation(CallRef leg)
    {
        var now = current();
        var number = now.Legs.GetValueOrDefault(leg);
        return now.Offers.GetValueOrDefault(number) is { } offer && now.Callers.GetValueOrDefault(offer.Call) is { } caller && caller.IsWith(offer) ? (Tape.All(now, caller), offer.Agent)
            : now.OutgoingCalls.GetValueOrDefault(number) is { } call && call.Call == leg ? ([Tape.Of(call)], call.Agent)
            : null;
    }
}
