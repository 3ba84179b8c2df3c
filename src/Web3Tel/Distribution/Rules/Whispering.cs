using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Speech;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// What an agent hears between the answer and the caller. Until it is over the caller waits as if the phone still rang:
/// so whoever hangs up or comes back meanwhile changes nobody's turn.
/// </summary>
static class Whispering
{
    /// <summary>A whisper that goes on for longer is broken off.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static void BeginWhisper(this Decision now, Offer offer)
    {
        var settings = now.Settings(offer.Queue);
        offer = settings.WhisperCaller ? now.WithFirst(offer) : offer;
        now.Set(offer with { State = OfferState.Whispering, Since = now.At, Until = now.At + Longest });
        Spoken? words = null;
        if (now.Caller(offer.Call) is { } caller)
        {
            now.Set(caller.With(now.At, JourneyEvent.Whispered, offer.Agent));
            words = settings.WhisperCaller ? WhisperedWords.Of(caller, settings, now.At) : null;
        }

        now.Emit(new Effect.Whisper(offer.Number, offer.Leg, settings.Whisper) { Words = words });
        now.EndNeedless(offer, OfferOutcome.AnsweredElsewhere);
        // Whom the phone rang for may have been left without one, and another agent may be ready.
        now.ServeQueue(offer.Queue);
    }

    /// <summary>The phone rings for this caller: what its agent will hear takes a moment to be spoken.</summary>
    public static void PrepareWhisper(this Decision now, Offer offer, Caller caller)
    {
        if (offer.State == OfferState.Ringing && now.Settings(offer.Queue) is { WhisperCaller: true } settings)
        {
            now.Emit(new Effect.Prepare(WhisperedWords.Within(caller, settings, now.At, settings.RingTime)));
        }
    }

    /// <summary>
    /// The offer, for the first of those the agent may have and whom no other agent hears the whisper of: it is that caller whom the agent
    /// will have. Walks past as many as there are agents who hear a whisper.
    /// </summary>
    static Offer WithFirst(this Decision now, Offer offer)
    {
        var own = now.OwnPlace(offer);
        foreach (var place in now.State.Queues[offer.Queue].PresentFor(now.Agent(offer.Agent)!).TakeWhile(place => !(own?.CompareTo(place) <= 0)))
        {
            if (place.Call.Node == offer.Leg.Node && now.OfferTo(now.Caller(place.Call)!)?.State is not OfferState.Whispering)
            {
                now.Exchange(offer, place.Call);
                return now.Offer(offer.Number)!;
            }
        }

        return offer;
    }

    public static void EndWhisper(this Decision now, Event.Whispered whispered)
    {
        var number = whispered.Offer;
        switch (now.Offer(number))
        {
            case { State: OfferState.Whispering } offer:
                now.ConnectFirst(offer);
                break;
            case { State: OfferState.Held }:
                // The reminder of a caller on hold.
                break;
            case null when now.Guest(number) is { State: GuestState.Answered, Announcing: true } guest && whispered.OutOfSight:
                now.FailGuest(guest, OfferOutcome.Withdrawn, "The connection was lost.");
                break;
            case null when now.Guest(number) is { State: GuestState.Answered, Announcing: true } guest:
                now.EndConsultNotice(guest);
                break;
            case null when now.OutgoingRung(number) is { State: OutgoingState.Announcing } call && call.Ring == number && whispered.OutOfSight:
                // Who may not have heard that they are recorded is not recorded.
                now.EndUnjoined(call, "The connection was lost.");
                break;
            case null when now.OutgoingRung(number) is { State: OutgoingState.Announcing } call && call.Ring == number:
                now.EndNotice(call);
                break;
            case null when now.OutgoingCall(number) is { } call:
                now.EndTelling(call);
                break;
            default:
                now.Ignore();
                break;
        }
    }
}
