using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Tests.Distribution;

/// <summary>What happens in conversations, in one word each. There is one caller, and at most one guest.</summary>
static class TalkingDesk
{
    public static Desk Open() => new(new Configuration
    {
        Queues = [Desk.Sales],
        Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales"), Desk.Serving("clara", "sales")],
        LineOut = "sofia/gateway/out/{number}",
    });

    public static Desk Transfers(this Desk desk, TransferKind kind, string to) =>
        desk.Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), kind, to, "anna"));

    public static Desk Consults(this Desk desk, string agent) =>
        desk.Do(new Event.ConsultAsked(desk.Now, Desk.Call("caller"), TransferKind.Agent, agent, "anna"));

    /// <summary>A number outside is asked.</summary>
    public static Desk ConsultsOutside(this Desk desk, string number) =>
        desk.Do(new Event.ConsultAsked(desk.Now, Desk.Call("caller"), TransferKind.Number, number, "anna"));

    public static Guest Guest(this Desk desk) => desk.State.Guests.Values.Single();

    public static Desk GuestAnswers(this Desk desk) => desk.Do(new Event.OfferAnswered(desk.Now, desk.Guest().Number));

    public static Desk GuestConnects(this Desk desk) => desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, Desk.Call("caller")));

    /// <summary>Anna and the guest can talk.</summary>
    public static Desk Joined(this Desk desk) => desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, desk.OfferOf("anna").Leg));

    public static Desk GuestHangsUp(this Desk desk) =>
        desk.Do(new Event.CallEnded(desk.Now, desk.Guest().Leg, HangupCause.NormalClearing, HungUpBy.Party));
}
