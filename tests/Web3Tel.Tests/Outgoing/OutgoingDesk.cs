using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Tests.Distribution;

namespace Web3Tel.Tests.Outgoing;

/// <summary>Calls to numbers outside, in one word each. Anna calls +79160000001.</summary>
static class OutgoingDesk
{
    public const string Number = "+79160000001";

    public static readonly CallRef Own = Desk.Call("own");

    public static Desk Open(Func<OutgoingSettings, OutgoingSettings>? outgoing = null, Func<AgentSettings, AgentSettings>? anna = null)
    {
        var settings = new OutgoingSettings { Shown = "+74950000000" };
        var agent = Desk.Serving("anna", "sales");
        return new Desk(new Configuration
        {
            Queues = [Desk.Sales],
            Agents = [anna?.Invoke(agent) ?? agent, Desk.Serving("boris", "sales") with { SignedIn = false }],
            LineOut = "sofia/gateway/out/{number}",
            Outgoing = outgoing?.Invoke(settings) ?? settings,
        });
    }

    /// <summary>Anna's phone dials, and the dialplan hands the call over.</summary>
    public static Desk Dials(this Desk desk, string number = Number, string own = "own") =>
        desk.Do(new Event.OutgoingArrived(desk.Now, Desk.Call(own), "anna", number));

    /// <summary>Somebody asks for the call: Anna's phone rings first.</summary>
    public static Desk AsksFor(this Desk desk, string number = Number, string? shown = null, string? queue = null) =>
        desk.Do(new Event.CallAsked(desk.Now, "anna", number, shown, queue, "crm"));

    public static OutgoingCall Call(this Desk desk) => desk.State.OutgoingCalls.Values.Single();

    /// <summary>Anna takes the receiver.</summary>
    public static Desk AnnaAnswers(this Desk desk) => desk.Do(new Event.OfferAnswered(desk.Now, desk.Call().Number));

    public static Desk AnnaDoesNot(this Desk desk, OfferOutcome outcome) => desk.Do(new Event.OfferFailed(desk.Now, desk.Call().Number, outcome));

    public static Desk NumberAnswers(this Desk desk) => desk.Do(new Event.OfferAnswered(desk.Now, desk.Call().Number + 1));

    public static Desk NumberDoesNot(this Desk desk, OfferOutcome outcome) => desk.Do(new Event.OfferFailed(desk.Now, desk.Call().Number + 1, outcome));

    public static Desk Joined(this Desk desk) => desk.Do(new Event.Connected(desk.Now, desk.Call().Number, desk.Call().Call));

    public static Desk Talk(this Desk desk) => desk.NumberAnswers().Joined();

    public static Desk Told(this Desk desk) => desk.Do(new Event.Whispered(desk.Now, desk.Call().Number));

    public static Desk AnnaHangsUp(this Desk desk) => desk.Ends(desk.Call().Call);

    public static Desk OtherHangsUp(this Desk desk) => desk.Ends(desk.Call().Leg);

    public static Desk Ends(this Desk desk, CallRef leg, HungUpBy by = HungUpBy.Party) => desk.Do(new Event.CallEnded(desk.Now, leg, HangupCause.NormalClearing, by));

    /// <summary>The switch hears nothing of Anna's phone any more, and ends its call.</summary>
    public static Desk Loses(this Desk desk, HangupCause cause) => desk.Do(new Event.CallEnded(desk.Now, desk.Call().Call, cause, HungUpBy.Peer));

    public static HistoryEntry Ended(this Desk desk) => desk.History.Last(entry => entry.Direction == CallDirection.Outgoing);

    public static bool IsFree(this Desk desk) => desk.State.OutgoingCalls.IsEmpty && desk.State.Legs.IsEmpty && desk.State.Agents["anna"].IsAvailable;
}
