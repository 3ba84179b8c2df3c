using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Outgoing;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution;

/// <summary>The recording of a caller, of an outgoing call or of a consultation, as far as pausing it needs to know.</summary>
/// <param name="Call">The call that the switch records.</param>
/// <param name="Path">Where; null where nothing is recorded yet.</param>
/// <param name="Pause">Its pause, if it has one.</param>
/// <param name="Paused">How long earlier pauses were, together.</param>
sealed record Tape(CallRef Call, string? Path, RecordingPause? Pause, TimeSpan Paused)
{
    public static Tape Of(Caller caller) => new(caller.Call, caller.Recording, caller.Pause, caller.Paused);

    /// <summary>Of a consultation, which is recorded on the leg to who is asked.</summary>
    public static Tape Of(Guest guest) => new(
        guest.Leg,
        guest.State is GuestState.Joining or GuestState.Consulting or GuestState.Orphaned ? guest.Consultation?.Recording : null,
        guest.Consultation?.Pause,
        guest.Consultation?.Paused ?? TimeSpan.Zero);

    /// <summary>All that is recorded of a caller at the moment: a pause holds for what the agent says to somebody who is asked, too.</summary>
    public static ImmutableArray<Tape> All(CallCenter state, Caller caller) =>
        caller.Guest is { } number && state.Guests.GetValueOrDefault(number) is { Consultation: not null, State: GuestState.Joining or GuestState.Consulting } guest
            ? [Of(caller), Of(guest)]
            : [Of(caller)];

    public static Tape Of(OutgoingCall call) => new(call.Call, call.Talk?.Recording, call.Pause, call.Paused);

    /// <summary>How long it is silent by that time, in seconds.</summary>
    public double PausedSeconds(DateTimeOffset at) => Path is null ? 0 : (Pause is null ? Paused : Paused + Pause.Silent(at)).TotalSeconds;
}
