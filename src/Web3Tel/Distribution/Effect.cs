using System.Collections.Immutable;
using Web3Tel.Auditing;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Recordings;
using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>What the engine wants done. Carried out by the <see cref="Distributor"/>, in order.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Begin the flow of a call that has reached us, or come back.</summary>
    public sealed record Receive(CallRef Call) : Effect;

    /// <summary>Begin the flow registered under that name, in place of the one the call is in.</summary>
    public sealed record TakeStep(CallRef Call, string Name) : Effect;

    /// <summary>Ring an agent.</summary>
    public sealed record Ring(long Offer, Dial Dial) : Effect;

    /// <summary>Ring somebody who is called in for a caller.</summary>
    public sealed record Invite(long Guest, Dial Dial) : Effect;

    /// <summary>Stop ringing.</summary>
    /// <param name="AnsweredElsewhere">Whether because another agent has answered: the phone need not show a missed call.</param>
    public sealed record Withdraw(long Offer, bool AnsweredElsewhere = false) : Effect;

    /// <summary>Let an agent hear that a number outside rings, until joined with it or told why not.</summary>
    /// <param name="Call">The agent's own call.</param>
    /// <param name="IsOurs">We have made it; otherwise the phone has dialled, and is answered first.</param>
    /// <param name="Source">In the switch's own words.</param>
    public sealed record LetHear(CallRef Call, bool IsOurs, string Source) : Effect;

    /// <summary>Tell an agent why there is no conversation with a number outside; <see cref="Event.Whispered"/> says that it was told.</summary>
    /// <param name="Number">The outgoing call.</param>
    /// <inheritdoc cref="LetHear"/>
    public sealed record Tell(long Number, CallRef Call, bool IsOurs, OutgoingProblem Problem, Language Language) : Effect;

    /// <summary>Have words ready that an agent may soon hear.</summary>
    public sealed record Prepare(Spoken Words) : Effect;

    /// <summary>Tell the agent who answered what there is to know before the caller is there.</summary>
    /// <param name="Source">In the switch's own words; null for words only.</param>
    /// <param name="Keep">How long the switch keeps the leg after it; null for as long as after an answer.</param>
    public sealed record Whisper(long Offer, CallRef Leg, string? Source, TimeSpan? Keep = null) : Effect
    {
        /// <summary>What is said where the source is missing; null for nothing.</summary>
        public string? Otherwise { get; init; }

        /// <summary>What is said after it, as far as it is ready; null for nothing.</summary>
        public Spoken? Words { get; init; }
    }

    /// <summary>Join the caller with the agent who answered.</summary>
    /// <param name="RecordTo">Path under the recordings folder, or null for no recording.</param>
    /// <param name="ComesBack">Whether the caller comes to us again when the agent hangs up; else both calls end.</param>
    public sealed record Connect(long Offer, CallRef Call, CallRef Leg, string? RecordTo, bool ComesBack = false) : Effect
    {
        /// <summary>Whether the caller comes to us again when the agent's phone is lost.</summary>
        public bool OutlivesPhone { get; init; }

        public RecordingSides Sides { get; init; }

        /// <summary>Whether the recording begins with a pause.</summary>
        public bool Masked { get; init; }
    }

    /// <summary>Let the recording of a call be silent, or not any more.</summary>
    /// <param name="Path">Path under the recordings folder.</param>
    public sealed record Mask(CallRef Call, string Path, bool On) : Effect;

    /// <summary>Part a caller from the agent: the caller comes to us by the dialplan.</summary>
    /// <param name="Keep">How long the switch keeps the agent's leg; zero to end it.</param>
    public sealed record Part(CallRef Call, CallRef Leg, TimeSpan Keep) : Effect;

    /// <summary>Let the caller hear music until called to something else.</summary>
    public sealed record Hold(CallRef Call, string Music) : Effect
    {
        /// <summary>What the caller hears before the music; <see cref="Event.RecordingAnnounced"/> says that it was heard. Null for nothing.</summary>
        public RecordingNotice? Notice { get; init; }
    }

    /// <summary>Tell a caller that the conversation is recorded, who may be hearing it already; <see cref="Event.RecordingAnnounced"/> says that it was heard.</summary>
    /// <param name="Number">The offer or the guest that waits for it.</param>
    public sealed record Announce(long Number, CallRef Call, RecordingNotice Notice) : Effect;

    /// <summary>Join an agent, whose caller is on hold, with who is to be asked.</summary>
    public sealed record Consult(long Guest, CallRef AgentLeg, CallRef GuestLeg) : Effect
    {
        /// <summary>Path under the recordings folder, or null for no recording. It is recorded on the guest's leg, and ends with it.</summary>
        public string? RecordTo { get; init; }

        public RecordingSides Sides { get; init; }

        /// <summary>Whether the recording begins with a pause.</summary>
        public bool Masked { get; init; }
    }

    /// <summary>End a recording before its call ends.</summary>
    /// <param name="Path">Path under the recordings folder.</param>
    public sealed record EndRecording(CallRef Call, string Path) : Effect;

    /// <summary>Ring somebody who then listens to an agent's leg until it ends.</summary>
    public sealed record Listen(Dial Dial, CallRef Leg, ListenMode Mode) : Effect;

    /// <summary>End a caller's call or an agent's leg.</summary>
    /// <param name="Farewell">What is played before, in the switch's own words; null for nothing.</param>
    public sealed record HangUp(CallRef Call, HangupCause Cause, string? Farewell = null) : Effect
    {
        /// <summary>A farewell that goes on for longer is broken off.</summary>
        internal static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(60);

        /// <summary>The end is waited for, and how it came. Of other legs of agents nothing more is heard.</summary>
        public bool Awaited { get; init; }
    }

    /// <summary>Watch a call found alive, if it is not watched already.</summary>
    /// <param name="IsLeg">An agent's leg, not a caller.</param>
    public sealed record Follow(LiveCall Call, bool IsLeg) : Effect;

    /// <summary>Ask the switch whether a call lives of which nothing has been heard for long, and say <see cref="Event.EndUnheard"/> when it does not.</summary>
    public sealed record Inquire(CallRef Call) : Effect;

    /// <summary>Ask the switch whether a call is still joined with the other, and say <see cref="Event.FoundParted"/> when it lives and is not.</summary>
    public sealed record InquireJoint(CallRef Call, CallRef With) : Effect;

    /// <summary>Write on the call what it is to remember of the wait.</summary>
    public sealed record Remember(CallRef Call, ImmutableDictionary<string, string> Variables) : Effect;

    /// <summary>Tell the caller's flow where the caller is now; null when we have no more to do with the call.</summary>
    public sealed record Inform(CallRef Call, CallerState? State) : Effect;

    /// <summary>Say <see cref="Event.Woke"/> at that time, and not at any time asked for before.</summary>
    public sealed record Wake(DateTimeOffset At) : Effect;

    public sealed record Archive(HistoryEntry Entry) : Effect;

    /// <summary>Keep for ever who commanded what; the state holds the last of it only.</summary>
    public sealed record Audit(AuditRecord Record) : Effect;
}
