using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// What an agent hears between the answer and the caller. Until it is over the caller waits as if the phone still rang:
/// so whoever hangs up or comes back meanwhile changes nobody's turn.
/// </summary>
static class Whispering
{
    /// <summary>A whisper that goes on for longer is broken off.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static void BeginWhisper(this Decision now, Offer offer, string source)
    {
        now.Set(offer with { State = OfferState.Whispering, Since = now.At, Until = now.At + Longest });
        if (now.Caller(offer.Call) is { } caller)
        {
            now.Set(caller.With(now.At, JourneyEvent.Whispered, offer.Agent));
        }

        now.Emit(new Effect.Whisper(offer.Number, offer.Leg, source));
    }

    public static void EndWhisper(this Decision now, long number)
    {
        switch (now.Offer(number))
        {
            case { State: OfferState.Whispering } offer:
                now.ConnectFirst(offer);
                break;
            case { State: OfferState.Held }:
                // The reminder of a caller on hold.
                break;
            default:
                now.Ignore();
                break;
        }
    }
}
