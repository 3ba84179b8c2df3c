using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Skills;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold of skills, levels that open with time, and callers who wait for the agent they spoke with last.</summary>
sealed class MatchingLaws(Laws laws)
{
    readonly Dictionary<Wishes, DateTimeOffset> _due = new(ReferenceEqualityComparer.Instance);

    /// <summary>Phones that rang for a caller who could not be offered to everybody.</summary>
    public int Fitting { get; private set; }

    /// <summary>Of these, for a caller who waited for this agent alone.</summary>
    public int Loyal { get; private set; }

    /// <summary>An offer is made, or passed on, to an agent who may have the caller.</summary>
    public void OffersFit(CallCenter before, CallCenter state)
    {
        foreach (var offer in state.Offers.Values)
        {
            if (offer.State is not (OfferState.Ringing or OfferState.Whispering or OfferState.Connecting)
                || before.Offers.GetValueOrDefault(offer.Number)?.Call == offer.Call
                || state.Callers.GetValueOrDefault(offer.Call) is not { } caller)
            {
                continue;
            }

            Fitting += caller.Wishes is { } wishes && wishes.Profile != Profile.Anybody ? 1 : 0;
            Loyal += caller.Wishes?.Profile.Agent is not null ? 1 : 0;
            if (!Matches.May(state, state.Agents[offer.Agent], caller))
            {
                laws.Broken($"{offer.Agent} is offered {caller.Call.Id}, who may have {caller.Wishes?.Profile}");
            }
        }
    }

    /// <summary>What the call asks for is never forgotten, holds as long as it should, and no longer.</summary>
    public void LimitsHoldTheirTime(CallCenter state, DateTimeOffset now, Func<string, SkillDemand?> asked)
    {
        foreach (var caller in laws.Roll.Of(state))
        {
            if (caller.State is not CallerState.Waiting)
            {
                // Nor does it fall away while the customer is called.
                _ = caller.Wishes is { } elsewhere && _due.Remove(elsewhere);
                continue;
            }

            var demand = asked(caller.Number);
            if (caller.Demand != demand)
            {
                laws.Broken($"{caller.Call.Id} asked for {demand?.ToText()} and is known to ask for {caller.Demand?.ToText()}");
            }

            if (caller is not { Wishes: { } wishes, Away: null })
            {
                continue;
            }

            // Time goes on for one who is out of sight: what is due then falls away a moment after the return.
            if (wishes.Until < now && !_due.TryAdd(wishes, now) && now - _due[wishes] > TimeSpan.FromSeconds(1))
            {
                laws.Broken($"{caller.Call.Id} still waits by {wishes}");
            }

            if ((wishes.PreferredUntil > now && !wishes.Profile.Must.Meets(demand?.Preferred ?? SkillSet.None))
                || (wishes.RequiredUntil > now && !wishes.Profile.Must.Meets(demand?.Required ?? SkillSet.None)))
            {
                laws.Broken($"{caller.Call.Id} must have {wishes.Profile.Must} and asked for {demand?.ToText()}");
            }
        }
    }

    /// <summary>The views by which callers and agents are matched are those that follow from callers and agents.</summary>
    public void ViewsAgree(CallCenter state)
    {
        foreach (var (name, queue) in state.Queues)
        {
            foreach (var skilled in queue.Skilled)
            {
                if (!skilled.Ready.SetEquals(queue.Ready.Where(turn => state.Agents[turn.Agent].Settings.Skills.Equals(skilled.Skills))) || skilled.Ready.IsEmpty)
                {
                    laws.Broken($"{name} takes {string.Join(", ", skilled.Ready)} for ready with {skilled.Skills}");
                }
            }

            if (queue.Ready.Count(turn => !state.Agents[turn.Agent].Settings.Skills.IsEmpty) != queue.Skilled.Where(skilled => !skilled.Skills.IsEmpty).Sum(skilled => skilled.Ready.Count))
            {
                laws.Broken($"{name} has forgotten somebody's skills: {string.Join(", ", queue.Skilled)}");
            }

            var line = laws.Roll.Of(state, queue);
            var called = line
                .Where(caller => caller is { Away: null, State: CallerState.Waiting { Offer: null }, Wishes.Profile.Agent: not null } && !caller.IsResting() && state.Nodes.Contains(caller.Call.Node))
                .GroupBy(caller => caller.Wishes!.Profile.Agent!)
                .Where(callers => state.Agents[callers.Key].IsAvailable && state.Agents[callers.Key].Settings.Queues.Contains(name))
                .Select(callers => callers.First().Place);
            if (!queue.Called.SetEquals(called))
            {
                laws.Broken($"{name} has called {string.Join(", ", queue.Called)} instead of {string.Join(", ", called)}");
            }

            if (line.Count(caller => caller.Away is { ReturnBy: not null }) != queue.Expected.Count
                || queue.Expected.Count != queue.Crowds.Concat(queue.Loyal.Values).Sum(crowd => crowd.Expected.Count))
            {
                laws.Broken($"{name} expects {queue.Expected.Count} callers");
            }
        }
    }
}
