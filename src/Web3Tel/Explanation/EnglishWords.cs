using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Explanation;

sealed class EnglishWords : Words
{
    private protected override string Ready => "ready";

    private protected override string TriedAgain => "tried again, as everybody who is ready had the caller in vain";

    private protected override string SpokenWithLast => "the one the caller spoke with last";

    private protected override string OfferedTo(string name) => $"offered to {name}";

    private protected override string RingsOnFor(string name) => $"the phone of {name}, which rang already, rings for this caller now: the first in the queue comes first";

    private protected override string AndMore(int leftOut) => $"and {leftOut} more";

    private protected override string Waits(int place, double seconds, string queue) => $"number {place} in {queue}, waiting for {Whole(seconds)} s";

    private protected override string PhonesRing(int phones) => $"{phones} phones ring";

    private protected override string Say(Merit merit) => merit.Strategy switch
    {
        Strategy.LongestIdle => $"longest idle, {Whole(merit.Value)} s",
        Strategy.RoundRobin => "not rung for the longest time",
        Strategy.TopDown => $"position {merit.Value}",
        Strategy.FewestCalls => $"fewest calls, {merit.Value}",
        Strategy.LeastTalkTime => $"least talk time, {Whole(merit.Value)} s",
        Strategy.Random => "by chance",
        Strategy.WeightedRandom => $"by chance with weight {merit.Value}",
        Strategy.RingAll => $"all ring, position {merit.Value}",
        Strategy.RingProgressively => $"more and more ring, position {merit.Value}",
        Strategy.Sequential => $"next in order, position {merit.Value}",
        Strategy.BestSkilled => $"best skills, {merit.Value} points",
    };

    private protected override string Say(Obstacle why) => why switch
    {
        Obstacle.LaterInTurn later => $"later in turn, {Compared(later.Merit)}",
        Obstacle.HigherLevel higher => $"on level {higher.Level}",
        Obstacle.Refused => "had this caller in vain",
        Obstacle.LacksSkills lacks => $"lacks skills ({lacks.Skills})",
        Obstacle.LevelNotOpen closed => $"on level {closed.Level}, not open for this caller yet",
        Obstacle.Held => "kept free for one who came earlier and is expected back any moment",
        Obstacle.NotSpokenWithLast => "the caller waits for another, spoken with last",
        Obstacle.Ringing ringing => $"ringing for {ringing.For.Id} for {Whole(ringing.Seconds)} s",
        Obstacle.OtherKept => "ready, but the other was kept free for the customer who was called back",
        Obstacle.CallingBack calling => $"calling {calling.For.Id} back for {Whole(calling.Seconds)} s",
        Obstacle.RingingToo => "rings as well",
        Obstacle.Talking talking => $"talking with {talking.With.Id} for {Whole(talking.Seconds)} s",
        Obstacle.WrappingUp wrapUp => $"in wrap-up, {Whole(wrapUp.SecondsLeft)} s to go",
        Obstacle.Resting resting => $"resting ({Say(resting.Why)}), {Whole(resting.SecondsLeft)} s to go",
        Obstacle.OnBreak rest => $"on break ({rest.Reason}) for {Whole(rest.Seconds)} s",
        Obstacle.InAnotherCall call => $"the phone is in another call for {Whole(call.Seconds)} s",
        Obstacle.CallsOutside call => $"calls {call.To}, for {Whole(call.Seconds)} s",
        Obstacle.NotToBeDisturbed quiet => $"do not disturb for {Whole(quiet.Seconds)} s",
        Obstacle.PhoneAway => "the phone is not registered",
        Obstacle.SignedOut => "signed out",
        _ => throw new UnreachableException($"No words for {why.GetType().Name}."),
    };

    private protected override string Say(Ending ending) => $"{Of(ending.What)} {Ended(ending.Why)}";

    static string Of(EndedState what) => what switch
    {
        EndedState.WrapUp => "the wrap-up",
        EndedState.Rest => "the rest",
        EndedState.Break => "the break",
    };

    static string Ended(EndingWhy why) => why switch
    {
        EndingWhy.TimeOver => "is over, its time is up",
        EndingWhy.Asked => "was ended by a command",
        EndingWhy.PhoneBack => "is over, the phone is there again",
        EndingWhy.SignedOut => "ended with signing out by the call center",
        EndingWhy.Forced => "was ended by a supervisor",
    };

    private protected override string Say(JourneyEvent what) => what switch
    {
        JourneyEvent.Arrived => "arrived",
        JourneyEvent.Joined => "joined",
        JourneyEvent.PlaceGivenBack => "has the old place back",
        JourneyEvent.LineBusy => "line busy",
        JourneyEvent.Overflowed => "overflowed",
        JourneyEvent.LeftByKey => "left by a key",
        JourneyEvent.SentOn => "sent on",
        JourneyEvent.Widened => "more operators may have the call",
        JourneyEvent.Offered => "offered",
        JourneyEvent.OfferEnded => "offer ended",
        JourneyEvent.Whispered => "answered, hears the whisper",
        JourneyEvent.Connected => "connected",
        JourneyEvent.ConnectFailed => "could not be connected",
        JourneyEvent.Held => "on hold",
        JourneyEvent.RungBack => "forgotten on hold, the phone rings again",
        JourneyEvent.Resumed => "back with the operator",
        JourneyEvent.Transferred => "transferred",
        JourneyEvent.Consulted => "the operator asks somebody",
        JourneyEvent.ConsultBegan => "the operator talks with who is asked",
        JourneyEvent.TransferFailed => "transfer failed",
        JourneyEvent.PhoneLost => "the agent's phone was lost in the conversation",
        JourneyEvent.BackInQueue => "back in the queue, as the first",
        JourneyEvent.RecordingAnnounced => "has heard that the conversation is recorded",
        JourneyEvent.RecordingPaused => "the recording is paused",
        JourneyEvent.RecordingResumed => "the recording goes on",
        JourneyEvent.RecordingPauseFailed => "the recording could not be paused and goes on",
        JourneyEvent.RecordingPauseUnconfirmed => "nobody knows whether the recording was paused",
        JourneyEvent.RecordingResumeFailed => "the recording could not be resumed and stays silent",
        JourneyEvent.ListenedTo => "listened to",
        JourneyEvent.LeavesMessage => "leaves a message",
        JourneyEvent.Rated => "gives a mark",
        JourneyEvent.StepReached => "step of the scenario",
        JourneyEvent.StepTrouble => "trouble in a step of the scenario",
        JourneyEvent.TakenOver => "a supervisor takes over",
        JourneyEvent.Moved => "moved in the queue by a supervisor",
        JourneyEvent.AsksForCallback => "asks to be called back",
        JourneyEvent.CalledBack => "the customer is called, on behalf of",
        JourneyEvent.NotReached => "the customer was not reached",
        JourneyEvent.Reached => "the customer answered",
        JourneyEvent.CallbackClosed => "no longer to be called back",
        JourneyEvent.LostSight => "out of sight",
        JourneyEvent.CameBack => "came back",
        JourneyEvent.CallsOut => "the operator calls a number outside",
        JourneyEvent.AgentRings => "the operator's phone rings first",
        JourneyEvent.NumberRefused => "the number was refused",
        JourneyEvent.NumberRings => "the number rings",
        JourneyEvent.NumberNotReached => "the number cannot be had",
        JourneyEvent.Ended => "ended",
        JourneyEvent.NoteTaken => "result and note written",
        JourneyEvent.WrapUpEnded => "wrap-up ended",
    };

    private protected override string Reason(Hindrance why, int place) => why switch
    {
        Hindrance.Ringing => "a phone rings",
        Hindrance.OutOfSight => "out of sight, the place is kept",
        Hindrance.SwitchOutOfReach => "the switch cannot be reached",
        Hindrance.SomebodyExpectedBack => "one who came earlier is expected back any moment",
        Hindrance.NotTheFirst => $"{place - 1} before",
        Hindrance.NobodyServesTheQueue => "nobody serves the queue",
        Hindrance.NobodySignedIn => "nobody is signed in",
        Hindrance.WaitsForSameAgent => "waits for the operator spoken with last",
        Hindrance.NobodyFreeHasTheSkills => "nobody who is free has the skills",
        Hindrance.LevelNotOpen => "the next level of operators is not open yet",
        Hindrance.StillOnTheLine => "to be called back, and still on the line",
        Hindrance.PauseBetweenAttempts => "to be called back after a pause",
        Hindrance.OutsideCallingHours => "to be called back when the hours for it begin",
        Hindrance.NobodyFree => "nobody is free",
    };

    static string Compared(Merit merit) => merit.Strategy switch
    {
        Strategy.LongestIdle or Strategy.RoundRobin or Strategy.Random => $"idle for {Whole(merit.Value)} s",
        Strategy.TopDown or Strategy.Sequential or Strategy.RingAll or Strategy.RingProgressively => $"position {merit.Value}",
        Strategy.FewestCalls => $"{merit.Value} calls",
        Strategy.LeastTalkTime => $"{Whole(merit.Value)} s talked",
        Strategy.WeightedRandom => $"weight {merit.Value}",
        Strategy.BestSkilled => $"{merit.Value} points",
    };

    static string Say(RestReason why) => why switch
    {
        RestReason.Rejected => "rejected",
        RestReason.Busy => "busy",
        RestReason.NoAnswer => "no answer",
        RestReason.Unreachable => "phone unreachable",
        RestReason.ConnectFailed => "could not be connected",
        RestReason.PhoneLost => "phone lost in a conversation",
    };
}
