using System.Collections.Immutable;

namespace Web3Tel.Calls;

/// <summary>What can be asked of a call.</summary>
public abstract record CallCommand
{
    private CallCommand()
    {
    }

    /// <summary>Takes the call. Done at once when it is answered already.</summary>
    public sealed record Answer : CallCommand;

    /// <summary>Plays a file or stream; done when it has been played. Disposing stops it.</summary>
    public sealed record Play(string Source) : CallCommand;

    /// <summary>Plays music until disposed, bridged or hung up: it has no end of its own.</summary>
    public sealed record PlayMusic(string Source) : CallCommand;

    /// <summary>
    /// Records what the caller says; done at <c>#</c>, after so long, or after so much silence. Where the call ends it, the reply still tells
    /// how much there is. Disposing ends it; the service's death does not. Without the folder of the file the switch ends the call.
    /// </summary>
    /// <param name="Path">Path of the file under the recordings folder.</param>
    /// <param name="Longest">In whole seconds.</param>
    /// <param name="Silence">In whole seconds.</param>
    public sealed record Record(string Path, TimeSpan Longest, TimeSpan Silence) : CallCommand;

    /// <summary>Plays what was recorded, as <see cref="Play"/>.</summary>
    /// <param name="Path">Path of the file under the recordings folder.</param>
    public sealed record PlayRecording(string Path) : CallCommand;

    /// <summary>
    /// Plays a file or tone to an agent who has answered and waits for a caller; done when it has been played.
    /// One that cannot be played is done at once.
    /// </summary>
    /// <param name="Keep">How long the switch keeps the leg after it; null for as long as after an answer.</param>
    public sealed record Whisper(string Source, TimeSpan? Keep = null) : CallCommand
    {
        /// <summary>What is played after it.</summary>
        public ImmutableArray<string> Then { get; init; } = [];

        /// <summary>What is played where nothing of it is there; null for nothing.</summary>
        public string? Otherwise { get; init; }
    }

    /// <summary>
    /// Ends the conversation with the other leg, but not this call: it goes through the dialplan again and reaches the service anew.
    /// Done when the switch has been told.
    /// </summary>
    /// <param name="Keep">How long the switch keeps the other leg, in silence; zero to end it.</param>
    public sealed record Part(CallRef Other, TimeSpan Keep) : CallCommand;

    /// <summary>Joins this leg of an agent with another one for a while: when the other ends, this one stays. Done when the two can talk.</summary>
    /// <param name="RecordTo">Path of the recording under the recordings folder, or null for none. It is the other's call that is recorded.</param>
    public sealed record Consult(CallRef Other, string? RecordTo = null) : CallCommand
    {
        public RecordingSides Sides { get; init; }

        /// <summary>As <see cref="Bridge.Masked"/>.</summary>
        public bool Masked { get; init; }
    }

    /// <summary>Ends a recording of this call before the call ends. Done when the switch has done it.</summary>
    /// <param name="Path">Path under the recordings folder.</param>
    public sealed record EndRecording(string Path) : CallCommand;

    /// <summary>Writes channel variables, which outlive the service.</summary>
    public sealed record SetVariables(ImmutableDictionary<string, string> Values) : CallCommand;

    /// <summary>
    /// Joins this call with another one, recording both to the file when one is named. Done when the two can talk.
    /// From then on the conversation does not need the service.
    /// </summary>
    /// <param name="Other">The leg to join with, on the same node.</param>
    /// <param name="RecordTo">Path of the recording on the switch, or null for none.</param>
    public sealed record Bridge(CallRef Other, string? RecordTo) : CallCommand
    {
        /// <summary>Whether this call goes through the dialplan again, and reaches the service anew, when the other one hangs up; else it ends, too.</summary>
        public bool ComesBack { get; init; }

        /// <summary>
        /// Whether this call does so at least when the other one is lost (<see cref="HangupCause.IsOfLostPhone"/>); when the other hangs up it ends, unless it
        /// <see cref="ComesBack"/>.
        /// </summary>
        public bool OutlivesOther { get; init; }

        public RecordingSides Sides { get; init; }

        /// <summary>Whether the recording is silent from the beginning, as <see cref="Mask"/> makes it.</summary>
        public bool Masked { get; init; }
    }

    /// <summary>
    /// Writes silence instead of what is said into a recording that <see cref="Bridge"/> began, or what is said again. It stays so whatever
    /// becomes of the service. Done when the switch has done it.
    /// </summary>
    /// <param name="Path">Path of the recording on the switch.</param>
    public sealed record Mask(string Path, bool On) : CallCommand;

    public sealed record HangUp(HangupCause Cause) : CallCommand;
}
