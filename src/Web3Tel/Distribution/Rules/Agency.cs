using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>Agents who come, go, rest and finish their work.</summary>
static class Agency
{
    /// <summary>No more calls for this agent. A phone that rings stops ringing, a conversation is finished.</summary>
    public static void SignOut(this Decision now, string id)
    {
        var agent = now.Agent(id)! with { SignedIn = false, PendingBreak = null };
        now.Set(agent);
        switch (agent.State)
        {
            case AgentState.Ready or AgentState.Resting or AgentState.Break:
                now.BecomeReady(id, now.At);
                break;
            case AgentState.Offered offered:
                now.StopRinging(offered);
                break;
            case AgentState.Talking or AgentState.WrapUp or AgentState.SignedOut:
                break;
        }
    }

    /// <summary>The phone is not to ring for a caller any more; one that has been answered goes on.</summary>
    public static void StopRinging(this Decision now, AgentState.Offered offered)
    {
        if (now.Offer(offered.Offer) is { State: OfferState.Ringing } offer)
        {
            now.Emit(new Effect.Withdraw(offer.Number));
            now.EndRinging(offer, OfferOutcome.Withdrawn);
        }
        else if (now.Offer(offered.Offer) is { State: OfferState.Reserved } reserved)
        {
            now.LoseReserved(reserved);
        }
    }

    public static void Rest(this Decision now, string id, RestReason why, TimeSpan delay)
    {
        var agent = now.Agent(id)!;
        if (agent is { SignedIn: true, PendingBreak: null })
        {
            now.Set(agent with { State = new AgentState.Resting(now.At, now.At + delay, why) });
        }
        else
        {
            now.BecomeReady(id, now.At);
        }
    }

    /// <summary>The offer is over through no fault of the agent, who keeps the turn among the idle.</summary>
    public static void GiveBack(this Decision now, string id) =>
        now.BecomeReady(id, now.Agent(id)?.State is AgentState.Offered offered ? offered.IdleSince : now.At);

    /// <param name="least">How long it takes at least: the phone has to be free before it rings again.</param>
    public static void BeginWrapUp(this Decision now, Offer offer, TimeSpan least)
    {
        var agent = now.Agent(offer.Agent)!;
        var time = now.Settings(offer.Queue).WrapUp;
        time = time > least ? time : least;
        if (time > TimeSpan.Zero)
        {
            now.Set(agent with { State = new AgentState.WrapUp(now.At, now.At + time, offer.Call) { Queue = offer.Queue } });
        }
        else
        {
            now.BecomeReady(agent.Id, now.At);
        }
    }

    public static void EndWrapUp(this Decision now, Agent agent, CallRef call)
    {
        if (now.Caller(call) is { } caller)
        {
            now.Set(caller.With(now.At, JourneyEvent.WrapUpEnded, agent.Id, now.EndingWhy.ToString()));
        }
        else if (now.State.InWrapUp.GetValueOrDefault(call) is { } entry)
        {
            now.State = now.State with { InWrapUp = now.State.InWrapUp.Remove(call) };
            var step = new JourneyStep(now.At, JourneyEvent.WrapUpEnded, agent.Id, now.EndingWhy.ToString());
            now.Emit(new Effect.Archive(entry with { Journey = entry.Journey.Add(step) }));
        }

        now.BecomeReady(agent.Id, now.At);
    }

    /// <summary>Free for the next caller, or else what the agent has asked for meanwhile: on break, or gone.</summary>
    public static void BecomeReady(this Decision now, string id, DateTimeOffset since)
    {
        var agent = now.Agent(id)!;
        if (agent is { SignedIn: true, PendingBreak: { } reason })
        {
            now.BeginBreak(agent, reason);
        }
        else if (agent.SignedIn)
        {
            now.Set(agent with { State = new AgentState.Ready(since) });
            now.ServeAgent(id);
        }
        else if (now.IsConfigured(id))
        {
            now.Set(agent with { State = new AgentState.SignedOut(now.At) });
        }
        else
        {
            now.Remove(agent);
        }
    }

    static bool IsConfigured(this Decision now, string id) => now.Configuration.Agents.Any(agent => agent.Id == id);
}
