using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Outgoing;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution;

/// <summary>The recording of a caller, or of an outgoing call, as far as pausing it needs to know.</summary>
/// <param name="Call">The call that the switch records.</param>
/// <param name="Path">Where; null where nothing is recorded yet.</param>
/// <param name="Pause">Its pause, if it has one.</param>
/// <param name="Paused">How long earlier pauses were, together.</param>
sealed record Tape(CallRef Call, string? Path, RecordingPause? Pause, TimeSpan Paused)
{
    public static Tape Of(Caller caller) => new(caller.Call, caller.Recording, caller.Pause, caller.Paused);

    public static Tape Of(OutgoingCall call) => new(call.Call, call.Talk?.Recording, call.Pause, call.Paused);

    /// <summary>How long it is silent by that time, in seconds.</summary>
    public double PausedSeconds(DateTimeOffset at) => Path is null ? 0 : (Pause is null ? Paused : Paused + Pause.Silent(at)).TotalSeconds;
}
