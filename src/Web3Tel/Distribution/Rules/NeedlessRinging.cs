using Web3Tel.Callers;

namespace Web3Tel.Distribution.Rules;

/// <summary>Phones that ring along for nobody any more, or may not any more, stop.</summary>
static class NeedlessRinging
{
    /// <summary>On the offer's switch, it being one of them or not, the phones that ring along for nobody any more stop ringing.</summary>
    public static void EndNeedless(this Decision now, Offer offer, OfferOutcome outcome)
    {
        if (offer.Level > 0)
        {
            now.EndNeedless(offer.Queue, offer.Leg.Node, outcome);
        }
    }

    /// <remarks>Looks at each of them where nobody waits whom any agent may have.</remarks>
    public static void EndNeedless(this Decision now, string name, string node, OfferOutcome outcome)
    {
        var queue = now.State.Queues[name];
        if (queue.Along.IsEmpty || queue.Anybody.Present.Any(place => place.Call.Node == node && now.State.IsUnanswered(now.Caller(place.Call)!)))
        {
            return;
        }

        now.Stop(
            [
                .. queue.Along.Select(rung => now.Offer(rung.Offer)!)
                    .Where(along => along.Leg.Node == node
                        && now.State.FirstUnanswered(along) is null
                        && now.NextFor(name, now.Agent(along.Agent)!, node) is null),
            ],
            outcome);
    }

    /// <summary>The strategy may have changed while phones ring: none rings along where each caller has one, and the others are counted where not.</summary>
    public static void SettleRinging(this Decision now)
    {
        var needless = new List<Offer>();
        foreach (var offer in now.State.Offers.Values.Where(offer => offer.State is OfferState.Ringing or OfferState.Whispering or OfferState.Connecting))
        {
            var queue = now.State.Queues[offer.Queue];
            var several = queue is { Open: true, Settings.RingsSeveral: true };
            if (!several && offer.Along)
            {
                needless.Add(offer);
            }
            else if (several != offer.Level > 0)
            {
                now.Set(offer with { Level = several ? now.Agent(offer.Agent)!.Settings.TierIn(offer.Queue).Level : 0 });
            }

            if (now.Caller(offer.Call) is { State: CallerState.Waiting waiting } caller && waiting.Offer == offer.Number)
            {
                now.Set(caller with { Reach = now.ReachOf(caller, now.Offer(offer.Number)!) });
            }
        }

        now.Stop(needless, OfferOutcome.Withdrawn);
    }

    /// <summary>All of them stop before any of their agents is offered to anybody, who keep their turns.</summary>
    static void Stop(this Decision now, List<Offer> offers, OfferOutcome outcome)
    {
        if (offers.Count == 0)
        {
            return;
        }

        now.ServeAfter(() =>
        {
            foreach (var offer in offers)
            {
                now.Remove(offer);
                now.Emit(new Effect.Withdraw(offer.Number, outcome == OfferOutcome.AnsweredElsewhere));
                now.Release(offer, outcome);
                now.GiveBack(offer.Agent);
            }
        });
    }
}
