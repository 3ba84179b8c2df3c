using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Server.Board;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Panel;

sealed class EnglishWords : Words
{
    public static readonly EnglishWords Instance = new();

    public override string Language => Panel.Language.English;

    public override string OtherLanguage => Panel.Language.Russian;

    public override string OtherLanguageName => "Русский";

    public override string Title => "Call center";

    public override string Simulator => "Simulator";

    public override string SimulatorHint => "Callers and operators are invented: no FreeSWITCH is set.";

    public override string SwitchConnected => "Connected";

    public override string SwitchTrouble => "The switch is not connected";

    public override string StorageTrouble => "Nothing is being remembered";

    public override string Reconnecting => "The service is away. This page comes back by itself.";

    public override string Queues => "Queues";

    public override string WaitingCallers => "Waiting";

    public override string LongestWait => "longest wait";

    public override string ExpectedWait => "expected wait";

    public override string ExpectedWaitError => "by how much waits differed from what was expected, on average";

    public override string InConversation => "talking";

    public override string OperatorsReady => "operators ready";

    public override string Conversations => "Conversations";

    public override string Operators => "Operators";

    public override string LatestCalls => "Latest calls";

    public override string Voicemail => "Voicemail";

    public override string NoMessages => "No messages.";

    public override string OlderMessages => "Older messages";

    public override string Wall => "Wall";

    public override string NobodyWaits => "Nobody is waiting.";

    public override string NobodyTalks => "No conversation at the moment.";

    public override string NoHistory => "No call has ended yet.";

    public override string NoOperators => "No operators are set.";

    public override string Withheld => "Withheld number";

    public override string Waited => "waited";

    public override string Talked => "talked";

    public override string Recording => "Recording";

    public override string Cause => "Cause";

    public override string Away => "out of sight";

    public override string BreakFollows => "break follows";

    public override string PhoneAway => "phone not registered";

    public override string OnHold => "on hold";

    public override string RecordingPaused => "recording paused";

    public override string ToBeCalledBack => "to be called back";

    public override string NotBefore => "not before";

    public override string Attempt(int number) => $"attempt {number}";

    public override string CallsBackFor(string agent) => $"being called for {agent}";

    public override string InStep(string name) => $"in step {name}";

    public override string InAnotherCall => "in another call";

    public override string Calls(string number) => $"calls {number}";

    public override string DoNotDisturb => "do not disturb";

    public override string RingsAt(string agent) => $"rings at {agent}";

    public override string ConnectingTo(string agent) => $"connecting to {agent}";

    public override string AndMore(int others) => $"and {others} more";

    public override string Of(OperatorActivity activity) => activity switch
    {
        OperatorActivity.SignedOut => "Signed out",
        OperatorActivity.Ready => "Ready",
        OperatorActivity.Offered => "Ringing",
        OperatorActivity.Talking => "Talking",
        OperatorActivity.WrapUp => "Wrap-up",
        OperatorActivity.Break => "Break",
        OperatorActivity.Resting => "Resting",
    };

    public override string Of(RestReason why) => why switch
    {
        RestReason.Rejected => "rejected a call",
        RestReason.Busy => "was busy",
        RestReason.NoAnswer => "did not answer",
        RestReason.Unreachable => "phone unreachable",
        RestReason.ConnectFailed => "could not be connected",
        RestReason.PhoneLost => "phone lost in a conversation",
    };

    public override string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Unanswered => "did not answer again and again",
        NoticeKind.BreakTooLong => "signed out: the break was too long",
        NoticeKind.DoNotDisturbTooLong => "signed out: do not disturb for too long",
        NoticeKind.OutsideCallTooLong => "a call outside lasted too long: the phone is taken for free",
        NoticeKind.EndUnheard => "a conversation was over unheard",
        NoticeKind.RecordingGoesOn => "the recording could not be paused and goes on",
        NoticeKind.RecordingStaysSilent => "the recording could not be resumed and stays silent",
        NoticeKind.Forced => "by a supervisor",
    };

    public override string Of(CallResult result) => result switch
    {
        CallResult.Answered => "Answered",
        CallResult.Abandoned => "Abandoned",
        CallResult.NotQueued => "Not queued",
        CallResult.TurnedAway => "Turned away",
        CallResult.SentOn => "Sent on",
        CallResult.NotCalledBack => "Not called back",
        CallResult.Lost => "Lost",
        CallResult.Failed => "Failed",
        CallResult.NotReached => "Not reached",
        CallResult.OperatorNotReached => "Operator not reached",
        CallResult.Refused => "Refused",
    };

    public override string Of(EndedBy by) => by switch
    {
        EndedBy.Unknown => "ended",
        EndedBy.Caller => "caller hung up",
        EndedBy.Agent => "operator hung up",
        EndedBy.Service => "service hung up",
    };

    public override string Of(JourneyEvent step) => step switch
    {
        JourneyEvent.Arrived => "Arrived",
        JourneyEvent.Joined => "Joined the queue",
        JourneyEvent.PlaceGivenBack => "Old place given back",
        JourneyEvent.LineBusy => "Line busy",
        JourneyEvent.Overflowed => "Queue limit reached",
        JourneyEvent.LeftByKey => "Left by a key",
        JourneyEvent.SentOn => "Sent on",
        JourneyEvent.Widened => "Open to more operators",
        JourneyEvent.Offered => "Offered",
        JourneyEvent.OfferEnded => "Offer ended",
        JourneyEvent.Whispered => "Operator answered",
        JourneyEvent.Connected => "Connected",
        JourneyEvent.ConnectFailed => "Could not be connected",
        JourneyEvent.Held => "On hold",
        JourneyEvent.RungBack => "Forgotten on hold: the operator is rung again",
        JourneyEvent.Resumed => "Back with the operator",
        JourneyEvent.Transferred => "Transferred",
        JourneyEvent.Consulted => "Operator asks somebody",
        JourneyEvent.ConsultBegan => "Talks with who is asked",
        JourneyEvent.TransferFailed => "Transfer failed",
        JourneyEvent.PhoneLost => "Operator's phone lost",
        JourneyEvent.BackInQueue => "Back in the queue",
        JourneyEvent.RecordingAnnounced => "Told that the conversation is recorded",
        JourneyEvent.RecordingPaused => "Recording paused",
        JourneyEvent.RecordingResumed => "Recording goes on",
        JourneyEvent.RecordingPauseFailed => "Recording could not be paused and goes on",
        JourneyEvent.RecordingPauseUnconfirmed => "Nobody knows whether the recording was paused",
        JourneyEvent.RecordingResumeFailed => "Recording could not be resumed and stays silent",
        JourneyEvent.ListenedTo => "Listened to",
        JourneyEvent.LeavesMessage => "Leaves a message",
        JourneyEvent.Rated => "Gave a mark",
        JourneyEvent.StepReached => "Step of the scenario",
        JourneyEvent.StepTrouble => "Trouble in a step of the scenario",
        JourneyEvent.TakenOver => "Taken over",
        JourneyEvent.Moved => "Moved",
        JourneyEvent.LostSight => "Out of sight",
        JourneyEvent.CameBack => "Came back",
        JourneyEvent.CallsOut => "The operator calls a number outside",
        JourneyEvent.AgentRings => "The operator's phone rings first",
        JourneyEvent.NumberRefused => "The number was refused",
        JourneyEvent.NumberRings => "The number rings",
        JourneyEvent.NumberNotReached => "The number cannot be had",
        JourneyEvent.Ended => "Ended",
        JourneyEvent.AsksForCallback => "Asks to be called back",
        JourneyEvent.CalledBack => "Customer is called",
        JourneyEvent.NotReached => "Customer was not reached",
        JourneyEvent.Reached => "Customer answered",
        JourneyEvent.CallbackClosed => "No longer to be called back",
        JourneyEvent.NoteTaken => "Result and note",
        JourneyEvent.WrapUpEnded => "Wrap-up ended",
    };

    public override string Of(OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.Answered => "answered",
        OfferOutcome.Rejected => "rejected",
        OfferOutcome.Busy => "busy",
        OfferOutcome.NoAnswer => "no answer",
        OfferOutcome.Unreachable => "unreachable",
        OfferOutcome.LostSight => "out of sight",
        OfferOutcome.Withdrawn => "withdrawn",
        OfferOutcome.AnsweredElsewhere => "answered elsewhere",
        OfferOutcome.Reassigned => "passed to another caller",
    };

    public override string Of(MailboxKind kind) => kind switch
    {
        MailboxKind.Queue => "queue",
        MailboxKind.Operator => "operator",
        MailboxKind.Line => "line",
    };

    public override string Of(CallbackRest rest) => rest switch
    {
        CallbackRest.OnTheLine => "still on the line",
        CallbackRest.Pause => "was not reached",
        CallbackRest.OutsideHours => "outside calling hours",
    };

    public override string Of(CallbackEnd end) => end switch
    {
        CallbackEnd.Done => "called back",
        CallbackEnd.CameInPerson => "rang again",
        CallbackEnd.Expired => "too late",
        CallbackEnd.AttemptsUsedUp => "not reached",
        CallbackEnd.Cancelled => "cancelled",
        CallbackEnd.NoLongerOffered => "no longer offered",
        CallbackEnd.NotWritten => "could not be written down",
        CallbackEnd.LeftAfterAnswer => "hung up too soon",
        CallbackEnd.CalledByHand => "called by an operator out of turn",
    };
}
