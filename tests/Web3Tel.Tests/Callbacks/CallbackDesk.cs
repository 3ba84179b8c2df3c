using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;

namespace Web3Tel.Tests.Callbacks;

/// <summary>What happens around callbacks, in one word each.</summary>
static class CallbackDesk
{
    public const string Number = "+79161234567";

    public static readonly CallbackSettings Usual = new()
    {
        RingTime = TimeSpan.FromSeconds(30),
        Attempts = 3,
        Pause = TimeSpan.FromMinutes(5),
        Expiry = TimeSpan.FromHours(2),
    };

    public static Desk Open(CallbackSettings? callback, params string[] agents) => new(With(Desk.Sales with { Callback = callback }, agents));

    public static Desk Open(CallbackOrder order, params string[] agents) => Open(Usual with { Order = order }, agents);

    public static Configuration With(QueueSettings queue, params string[] agents) => new()
    {
        Queues = [queue],
        Agents = [.. agents.Select(id => Desk.Serving(id, "sales"))],
        LineOut = "sofia/gateway/out/{number}",
    };

    public static Desk Wishes(this Desk desk, string number = Number, string queue = "sales")
    {
        desk.Now += TimeSpan.FromMilliseconds(1);
        return desk.Wishes(new CallbackWish(queue, number));
    }

    public static Desk Wishes(this Desk desk, CallbackWish wish) => desk.Do(new Event.CallbackAsked(desk.Now, wish));

    /// <summary>The only callback there is.</summary>
    public static Caller Request(this Desk desk) => desk.State.Callers[desk.State.Callbacks.Values.Single()];

    public static Caller Request(this Desk desk, string number) => desk.State.Callers[desk.State.Callbacks[$"sales/{number.TrimStart('+')}"]];

    public static PendingCallback Shown(this Desk desk) => desk.State.Pending().Single();

    public static Guest Attempt(this Desk desk) => desk.State.Guests.Values.Single();

    public static IEnumerable<Dial> Dialled(this Desk desk) => desk.AllEffects.OfType<Effect.Invite>().Select(invite => invite.Dial);

    /// <summary>The customer's phone is answered, and its call reaches the service by the dialplan.</summary>
    public static Desk CustomerAnswers(this Desk desk)
    {
        var call = desk.Attempt().Call;
        return desk.Do(new Event.OfferAnswered(desk.Now, desk.Attempt().Number)).CustomerArrives(call);
    }

    public static Desk CustomerArrives(this Desk desk, CallRef call) =>
        desk.Do(new Event.CallArrived(desk.Now, call, "", "", "1000", desk.Now, Remembers: true));

    public static Desk CustomerFails(this Desk desk, OfferOutcome outcome) => desk.Do(new Event.OfferFailed(desk.Now, desk.Attempt().Number, outcome));

    public static Desk Ends(this Desk desk, CallRef call, HungUpBy by = HungUpBy.Party) => desk.Do(new Event.CallEnded(desk.Now, call, HangupCause.NormalClearing, by));
}
