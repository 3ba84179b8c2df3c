using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Web3Tel.Skills;
using Web3Tel.Speech;
using Web3Tel.Voicemail;

namespace Web3Tel.Distribution;

/// <summary>What can happen to the call center. Time enters the engine here and nowhere else.</summary>
[JsonDerivedType(typeof(ServiceStarted), "serviceStarted")]
[JsonDerivedType(typeof(Configured), "configured")]
[JsonDerivedType(typeof(NodeSurveyed), "nodeSurveyed")]
[JsonDerivedType(typeof(NodeLost), "nodeLost")]
[JsonDerivedType(typeof(CallArrived), "callArrived")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(KeyPressed), "keyPressed")]
[JsonDerivedType(typeof(CallEnded), "callEnded")]
[JsonDerivedType(typeof(CallLost), "callLost")]
[JsonDerivedType(typeof(EndUnheard), "endUnheard")]
[JsonDerivedType(typeof(FoundParted), "foundParted")]
[JsonDerivedType(typeof(FlowEnded), "flowEnded")]
[JsonDerivedType(typeof(OfferAnswered), "offerAnswered")]
[JsonDerivedType(typeof(OfferFailed), "offerFailed")]
[JsonDerivedType(typeof(Whispered), "whispered")]
[JsonDerivedType(typeof(Connected), "connected")]
[JsonDerivedType(typeof(ConnectFailed), "connectFailed")]
[JsonDerivedType(typeof(Unbridged), "unbridged")]
[JsonDerivedType(typeof(AgentSignedIn), "agentSignedIn")]
[JsonDerivedType(typeof(AgentSignedOut), "agentSignedOut")]
[JsonDerivedType(typeof(AgentTookBreak), "agentTookBreak")]
[JsonDerivedType(typeof(AgentReady), "agentReady")]
[JsonDerivedType(typeof(WrapUpExtended), "wrapUpExtended")]
[JsonDerivedType(typeof(WrapUpEnded), "wrapUpEnded")]
[JsonDerivedType(typeof(NoteTaken), "noteTaken")]
[JsonDerivedType(typeof(NoteRevised), "noteRevised")]
[JsonDerivedType(typeof(AgentForced), "agentForced")]
[JsonDerivedType(typeof(DoNotDisturbAsked), "doNotDisturbAsked")]
[JsonDerivedType(typeof(DeviceChanged), "deviceChanged")]
[JsonDerivedType(typeof(OutsideCallBegan), "outsideCallBegan")]
[JsonDerivedType(typeof(OutsideCallEnded), "outsideCallEnded")]
[JsonDerivedType(typeof(HoldAsked), "holdAsked")]
[JsonDerivedType(typeof(ResumeAsked), "resumeAsked")]
[JsonDerivedType(typeof(RecordingPauseAsked), "recordingPauseAsked")]
[JsonDerivedType(typeof(RecordingResumeAsked), "recordingResumeAsked")]
[JsonDerivedType(typeof(RecordingMasked), "recordingMasked")]
[JsonDerivedType(typeof(MaskFailed), "maskFailed")]
[JsonDerivedType(typeof(RecordingAnnounced), "recordingAnnounced")]
[JsonDerivedType(typeof(TransferAsked), "transferAsked")]
[JsonDerivedType(typeof(ConsultAsked), "consultAsked")]
[JsonDerivedType(typeof(ConsultCompleted), "consultCompleted")]
[JsonDerivedType(typeof(ConsultCancelled), "consultCancelled")]
[JsonDerivedType(typeof(ListenAsked), "listenAsked")]
[JsonDerivedType(typeof(TakeOverAsked), "takeOverAsked")]
[JsonDerivedType(typeof(HangUpAsked), "hangUpAsked")]
[JsonDerivedType(typeof(MoveAsked), "moveAsked")]
[JsonDerivedType(typeof(OutgoingArrived), "outgoingArrived")]
[JsonDerivedType(typeof(CallAsked), "callAsked")]
[JsonDerivedType(typeof(PartFailed), "partFailed")]
[JsonDerivedType(typeof(MessageBegun), "messageBegun")]
[JsonDerivedType(typeof(MessageSettled), "messageSettled")]
[JsonDerivedType(typeof(Rated), "rated")]
[JsonDerivedType(typeof(MessageMarked), "messageMarked")]
[JsonDerivedType(typeof(StepReached), "stepReached")]
[JsonDerivedType(typeof(WentOn), "wentOn")]
[JsonDerivedType(typeof(CallbackAsked), "callbackAsked")]
[JsonDerivedType(typeof(CallbackCancelled), "callbackCancelled")]
[JsonDerivedType(typeof(RecordingsDeleted), "recordingsDeleted")]
[JsonDerivedType(typeof(Administered), "administered")]
[JsonDerivedType(typeof(EffectFailed), "effectFailed")]
[JsonDerivedType(typeof(Woke), "woke")]
public abstract partial record Event
{
    private Event(DateTimeOffset at) => At = at;

    /// <summary>When we learned of it, by the service's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>A new life of the service: what it had under way is out of sight until the switches are surveyed.</summary>
    /// <param name="Instance">Unique to this life; ids of agents' legs are derived from it.</param>
    public sealed record ServiceStarted(DateTimeOffset At, Guid Instance) : Event(At);

    /// <summary>Replaces the configuration; one with problems is refused as a whole.</summary>
    public sealed record Configured(DateTimeOffset At, Configuration Configuration) : Event(At);

    /// <summary>A switch can be commanded (again), and these calls live on it.</summary>
    public sealed record NodeSurveyed(DateTimeOffset At, string Node, ImmutableArray<LiveCall> Calls) : Event(At)
    {
        /// <summary>Phones that are in calls which are not ours, as they are dialled.</summary>
        public ImmutableArray<string> PhonesInUse { get; init => field = value.IsDefault ? [] : value; } = [];
    }

    /// <summary>A switch cannot be commanded: no offers are made on it until it is surveyed again.</summary>
    public sealed record NodeLost(DateTimeOffset At, string Node, string Why) : Event(At);

    /// <summary>A call reached the service, for the first time or again.</summary>
    /// <param name="Arrived">When it reached the switch, by the switch's clock.</param>
    /// <param name="ToldOfRecording">Whether the call itself remembers that its caller has heard that it is recorded.</param>
    /// <param name="Remembers">Whether the call itself remembers having been let into a queue: whatever we know of it, it is not turned away.</param>
    public sealed record CallArrived(
        DateTimeOffset At,
        CallRef Call,
        string Number,
        string Name,
        string Dialled,
        DateTimeOffset Arrived,
        bool Remembers = false,
        bool ToldOfRecording = false) : Event(At)
    {
        /// <summary>By which cause the agent's leg ended, of one who comes from a conversation; null where the switch does not say.</summary>
        public HangupCause? TalkEnded { get; init; }
    }

    /// <summary>A caller joins a queue.</summary>
    /// <param name="Since">The time of joining when it was earlier, as remembered by the call itself; null for now.</param>
    /// <param name="Priority">How much earlier than the joining the place counts from; null to keep what the caller has, or none.</param>
    /// <param name="Skills">What the call asks of an agent, beside what the queue does; null to keep what the caller has, or none.</param>
    /// <param name="Otherwise">Name of the step that callers go to where the queue sends them on without saying where to; null for the end of the call.</param>
    public sealed record Joined(
        DateTimeOffset At,
        CallRef Call,
        string Queue,
        DateTimeOffset? Since = null,
        TimeSpan? Priority = null,
        SkillDemand? Skills = null,
        string? Otherwise = null) : Event(At);

    /// <summary>A waiting caller pressed one of the queue's exit keys.</summary>
    public sealed record KeyPressed(DateTimeOffset At, CallRef Call, char Key) : Event(At);

    /// <summary>A caller's call or an agent's leg has ended.</summary>
    public sealed record CallEnded(DateTimeOffset At, CallRef Call, HangupCause Cause, HungUpBy By) : Event(At);

    /// <summary>We lost sight of a caller, who may come back.</summary>
    public sealed record CallLost(DateTimeOffset At, CallRef Call, string Why) : Event(At);

    /// <summary>The switch, asked, no longer has a call of a conversation: it has ended without our having heard.</summary>
    public sealed record EndUnheard(DateTimeOffset At, CallRef Call) : Event(At);

    /// <summary>The switch, asked, has the call of a conversation, and it is joined with nobody: they were parted without our having heard.</summary>
    public sealed record FoundParted(DateTimeOffset At, CallRef Call) : Event(At);

    /// <summary>A caller's flow came to its end while the call lives.</summary>
    /// <param name="Problem">What went wrong, or null when nothing did.</param>
    public sealed record FlowEnded(DateTimeOffset At, CallRef Call, string? Problem) : Event(At);

    /// <summary>A caller begins to leave a message.</summary>
    /// <param name="Mailbox">The mailbox, as <see cref="Voicemail.Mailbox"/> writes it.</param>
    /// <param name="Message">Id of the message.</param>
    public sealed record MessageBegun(DateTimeOffset At, CallRef Call, string Mailbox, string Message) : Event(At);

    /// <summary>It is known what becomes of a message that was begun, or of its e-mail. Of one that is not waited for any more it says nothing new.</summary>
    /// <param name="Message">Id of the message.</param>
    public sealed record MessageSettled(DateTimeOffset At, string Message, MessageFate Fate) : Event(At);

    /// <summary>A caller has given a mark.</summary>
    /// <param name="Survey">Name of what was asked.</param>
    public sealed record Rated(DateTimeOffset At, CallRef Call, string Survey, int Mark) : Event(At);

    /// <summary>A caller takes a step of a scenario, or something in it did not go as it should, which is then told.</summary>
    /// <param name="Trouble">What did not, such as a prompt that is missing; null for nothing.</param>
    public sealed record StepReached(DateTimeOffset At, CallRef Call, ScenarioPlace Place, string? Trouble = null) : Event(At)
    {
        /// <summary>The language that the scenario has set for all that follows; null where it has set none.</summary>
        public Language? Language { get; init; }
    }

    /// <summary>A caller's flow sends the caller on: out of the queue, or to a number outside.</summary>
    /// <param name="Step">Where to.</param>
    /// <param name="Queue">The queue the caller is to leave: one who is not waiting in it stays. Null for one who is in none.</param>
    /// <param name="Key">The key that was pressed; null where the flow's own longest wait is over, and for one in no queue.</param>
    public sealed record WentOn(DateTimeOffset At, CallRef Call, NextStep Step, string? Queue = null, char? Key = null) : Event(At);

    /// <summary>Somebody has done something to a message; the message itself is not ours.</summary>
    /// <param name="By">Who, for the audit trail.</param>
    /// <param name="Mailbox">The mailbox, as <see cref="Voicemail.Mailbox"/> writes it.</param>
    /// <param name="Message">Id of the message.</param>
    public sealed record MessageMarked(DateTimeOffset At, string By, string Mailbox, string Message, MessageMark Mark) : Event(At);

    public sealed record OfferAnswered(DateTimeOffset At, long Offer) : Event(At);

    public sealed record OfferFailed(DateTimeOffset At, long Offer, OfferOutcome Outcome, string Detail = "") : Event(At);

    /// <summary>The agent of the offer has heard the whisper, or it could not be played.</summary>
    /// <param name="OutOfSight">Nobody knows whether it was heard: the connection is gone.</param>
    public sealed record Whispered(DateTimeOffset At, long Offer, bool OutOfSight = false) : Event(At);

    /// <summary>The agent of the offer and the caller can talk.</summary>
    public sealed record Connected(DateTimeOffset At, long Offer, CallRef Call) : Event(At);

    public sealed record ConnectFailed(DateTimeOffset At, long Offer, CallRef Call, ReplyOutcome Outcome, string Detail = "")
        : Event(At);

    /// <summary>A caller is no longer joined with the agent; a hang-up usually follows at once and says more.</summary>
    public sealed record Unbridged(DateTimeOffset At, CallRef Call) : Event(At);

    /// <summary>A command to an agent, by the agent or by another. <see cref="AgentCommand"/> tells when it makes sense.</summary>
    public interface IAgentCommand
    {
        string Agent { get; }

        /// <summary>Who gave it, for the audit trail; null for nobody in particular, which leaves no trace there.</summary>
        string? By { get; }
    }

    public sealed record AgentSignedIn(DateTimeOffset At, string Agent, string? By = null) : Event(At), IAgentCommand;

    /// <summary>Takes no more calls; a conversation is finished first.</summary>
    public sealed record AgentSignedOut(DateTimeOffset At, string Agent, string? By = null) : Event(At), IAgentCommand;

    /// <summary>Goes on break, at once or when the call and its wrap-up are over.</summary>
    /// <param name="Reason">Id of a configured <see cref="BreakReason"/>.</param>
    public sealed record AgentTookBreak(DateTimeOffset At, string Agent, string Reason, string? By = null) : Event(At), IAgentCommand;

    /// <summary>Back from a break or a rest; takes back a break not begun yet.</summary>
    public sealed record AgentReady(DateTimeOffset At, string Agent, string? By = null) : Event(At), IAgentCommand;

    public sealed record WrapUpExtended(DateTimeOffset At, string Agent, TimeSpan Time, string? By = null) : Event(At), IAgentCommand;

    public sealed record WrapUpEnded(DateTimeOffset At, string Agent, string? By = null) : Event(At), IAgentCommand;

    /// <summary>What there is to say of the agent's present conversation, or of that of the wrap-up; in place of what was said before.</summary>
    /// <param name="Call">Its id: the next conversation may have begun meanwhile.</param>
    /// <param name="Result">Id of a <see cref="Queues.ResultCode"/> of its queue; null for none.</param>
    /// <param name="Text">At most <see cref="History.CallNote.Longest"/> characters, of any kind.</param>
    public sealed record NoteTaken(DateTimeOffset At, string Agent, string Call, string? Result, string Text, string? By = null) : Event(At), IAgentCommand;

    /// <summary>What there is to say after all of a conversation that is over, in place of what was said before.</summary>
    /// <param name="Over">The call as the history has it at last: nothing but the history knows of it any more.</param>
    /// <param name="Result">As in <see cref="NoteTaken"/>, as is the text.</param>
    public sealed record NoteRevised(DateTimeOffset At, string Agent, History.HistoryEntry Over, string? Result, string Text, string? By = null) : Event(At), IAgentCommand;

    /// <summary>The agent's phone is not to ring, or may ring again.</summary>
    public sealed record DoNotDisturbAsked(DateTimeOffset At, string Agent, bool On, string? By = null) : Event(At), IAgentCommand;

    /// <summary>A supervisor decides what an agent does, wrap-up or not. A conversation goes on to its end.</summary>
    public sealed record AgentForced(DateTimeOffset At, string Agent, ForcedState To, string By, string Why)
        : Event(At), IAgentCommand;

    /// <summary>The agent's phone has come or gone.</summary>
    public sealed record DeviceChanged(DateTimeOffset At, string Agent, DeviceState Device) : Event(At);

    /// <summary>The agent's phone is in a call which is not ours.</summary>
    public sealed record OutsideCallBegan(DateTimeOffset At, string Agent, string Node) : Event(At);

    /// <summary>The last such call on that switch is over.</summary>
    public sealed record OutsideCallEnded(DateTimeOffset At, string Agent, string Node) : Event(At);

    /// <summary>An agent's phone has dialled a number outside, and the dialplan has handed the call to us; for the first time or again.</summary>
    public sealed record OutgoingArrived(DateTimeOffset At, CallRef Call, string Agent, string Number) : Event(At);

    /// <summary>The agent's phone shall ring, and then a number outside.</summary>
    /// <param name="Shown">The number to be shown there; null for the agent's, or that of all.</param>
    /// <param name="Queue">The queue the call is counted to; null for none.</param>
    public sealed record CallAsked(DateTimeOffset At, string Agent, string Number, string? Shown = null, string? Queue = null, string? By = null)
        : Event(At), IAgentCommand;

    /// <summary>The caller and the agent could not be parted.</summary>
    public sealed record PartFailed(DateTimeOffset At, CallRef Call, CallRef Leg, string Why) : Event(At);

    /// <summary>The switch writes silence instead of what is said, or what is said again.</summary>
    public sealed record RecordingMasked(DateTimeOffset At, CallRef Call, bool On) : Event(At);

    /// <summary>The switch did not do so, or nobody knows.</summary>
    public sealed record MaskFailed(DateTimeOffset At, CallRef Call, bool On, ReplyOutcome Outcome, string Detail = "") : Event(At);

    /// <summary>The caller has heard that the conversation will be recorded.</summary>
    /// <param name="Trouble">Why not; null for one who has.</param>
    public sealed record RecordingAnnounced(DateTimeOffset At, CallRef Call, string? Trouble = null) : Event(At);

    /// <summary>Somebody wants to be called back.</summary>
    public sealed record CallbackAsked(DateTimeOffset At, CallbackWish Wish) : Event(At);

    /// <summary>A customer need not be called back.</summary>
    /// <param name="Call">The callback's id.</param>
    /// <param name="By">Who says so, for the audit trail; null for nobody in particular.</param>
    public sealed record CallbackCancelled(DateTimeOffset At, CallRef Call, CallbackEnd Why, string? By = null) : Event(At);

    /// <summary>Recordings go that have been kept long enough; told before they are gone.</summary>
    /// <param name="Queue">Whose rule it is.</param>
    /// <param name="Before">Their conversations were over by then.</param>
    /// <param name="Calls">Ids of their calls.</param>
    /// <param name="By">On whose behalf.</param>
    public sealed record RecordingsDeleted(DateTimeOffset At, string Queue, DateTimeOffset Before, ImmutableArray<string> Calls, string By) : Event(At);

    /// <summary>Somebody did something to what is kept elsewhere, such as a scenario, its hours, an account; told when it is kept.</summary>
    /// <param name="Detail">What was changed, or what more there is to say of it; never a secret.</param>
    /// <param name="By">Who did.</param>
    /// <param name="Account">To whose account or which token; empty for what is nobody's.</param>
    public sealed record Administered(DateTimeOffset At, AuditedAct Act, string Detail, string By, string Account = "") : Event(At);

    /// <summary>Something the engine decided could not be carried out.</summary>
    public sealed record EffectFailed(DateTimeOffset At, string Effect, string Why) : Event(At);

    /// <summary>The time the engine asked to be woken at has come.</summary>
    public sealed record Woke(DateTimeOffset At) : Event(At);
}
