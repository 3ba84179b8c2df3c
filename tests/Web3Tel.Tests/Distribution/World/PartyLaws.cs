using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold between those who talk, or are about to.</summary>
static class PartyLaws
{
    /// <summary>Agent, offer and caller agree on what they do with each other.</summary>
    public static void PartiesAgree(this Laws laws, CallCenter state)
    {
        foreach (var offer in state.Offers.Values)
        {
            var caller = state.Callers.GetValueOrDefault(offer.Call)?.State;
            var agrees = offer.State switch
            {
                // Whose phone rings along has no caller of its own: RingingLaws.
                OfferState.Ringing when offer.Along => state.Queues[offer.Queue].Along.Contains(new Rung(offer.Level, offer.Number)),
                OfferState.Ringing or OfferState.Whispering => !offer.Along && caller is CallerState.Waiting waiting && waiting.Offer == offer.Number,
                OfferState.Reserved or OfferState.Calling => caller is CallerState.Dialled dialled && dialled.Offer == offer.Number,
                OfferState.Connecting => caller is CallerState.Connecting connecting && connecting.Offer == offer.Number,
                OfferState.Talking or OfferState.Held or OfferState.Resuming => caller is CallerState.Talking talking && talking.Offer == offer.Number,
                OfferState.Orphaned => true,
            };
            if (!agrees)
            {
                laws.Broken($"offer {offer} disagrees with its caller {caller}");
            }
        }

        foreach (var guest in state.Guests.Values.Where(guest => guest.State != GuestState.Orphaned))
        {
            if (guest is { Purpose: GuestPurpose.RingBack, Agent: var back }
                && state.Callers.GetValueOrDefault(guest.Call)?.Journey.LastOrDefault(step => step.What == JourneyEvent.Held)?.Agent != back)
            {
                laws.Broken($"{guest} is rung back for a caller who was not on hold there");
            }

            if (state.Callers.GetValueOrDefault(guest.Call)?.Guest != guest.Number)
            {
                laws.Broken($"{guest} is called in for a caller who knows nothing of it");
            }
        }

        var calls = state.Offers.Values.Select(offer => offer.Agent).Concat(state.Guests.Values.Select(guest => guest.Agent).OfType<string>());
        if (calls.GroupBy(agent => agent).FirstOrDefault(calls => calls.Count() > 1) is { } twice)
        {
            laws.Broken($"{twice.Key} has several calls");
        }

        foreach (var agent in state.Agents.Values)
        {
            if (agent.State is AgentState.Offered { Offer: var number } && !state.Offers.ContainsKey(number) && !state.Guests.ContainsKey(number))
            {
                laws.Broken($"{agent} is offered what is not there");
            }

            if (agent.State is AgentState.Talking { Offer: var talk } && !state.Offers.ContainsKey(talk) && !state.Guests.ContainsKey(talk))
            {
                laws.Broken($"{agent} talks in a conversation that is not there");
            }
        }
    }
}
