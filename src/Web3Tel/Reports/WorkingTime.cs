using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.Reports;

/// <summary>
/// Counts what operators do with their time: by the clock, cut at the borders of slots, and of each conversation, in the slot it began in.
/// Only who is touched by a step is looked at; all are when the facts are to be complete.
/// </summary>
sealed class WorkingTime
{
    readonly Dictionary<string, DateTimeOffset> _counted = new(StringComparer.Ordinal);
    readonly Dictionary<string, Conversation> _conversations;
    DateTimeOffset _all;

    /// <param name="all">Until when the time of all is counted.</param>
    /// <param name="conversations">Those of operators at that moment.</param>
    public WorkingTime(DateTimeOffset all, IEnumerable<KeyValuePair<string, Conversation>> conversations)
    {
        _all = all;
        _conversations = new Dictionary<string, Conversation>(conversations, StringComparer.Ordinal);
    }

    public DateTimeOffset At => _all;

    public IReadOnlyDictionary<string, Conversation> Conversations => new Dictionary<string, Conversation>(_conversations);

    public void Count(Facts facts, Moment moment)
    {
        foreach (var id in moment.Touched.Agents)
        {
            if (moment.Before.Agents.TryGetValue(id, out var before))
            {
                CountUntil(facts, moment.Before, before, moment.At);
            }
            else
            {
                _counted[id] = moment.At;
            }

            Follow(facts, moment, id, before);
        }
    }

    /// <summary>The time of all up to that moment.</summary>
    public void Settle(Facts facts, CallCenter state, DateTimeOffset at)
    {
        foreach (var agent in state.Agents.Values)
        {
            CountUntil(facts, state, agent, at);
        }

        if (at > _all)
        {
            _all = at;
            _counted.Clear();
        }
    }

    void CountUntil(Facts facts, CallCenter state, Agent agent, DateTimeOffset to)
    {
        var from = _counted.GetValueOrDefault(agent.Id, _all);
        if (to <= from)
        {
            // A clock that was set back takes nothing away.
            return;
        }

        _counted[agent.Id] = to;
        var isHeld = agent.State is AgentState.Talking { Offer: var number } && state.Offers.GetValueOrDefault(number)?.HeldSince is not null;
        if (Activity.Of(agent, isHeld) is not { } activity)
        {
            return;
        }

        foreach (var (slot, ticks) in Slot.Cut(from, to))
        {
            Count(facts.In(slot), agent, activity, ticks);
        }

        if (activity.InConversation is { } part && _conversations.TryGetValue(agent.Id, out var conversation))
        {
            Count(facts, agent.Id, conversation, part, (to - from).Ticks);
        }
    }

    static void Count(SlotFacts facts, Agent agent, Activity activity, long ticks)
    {
        var own = facts.Of(Subject.Operator, agent.Id);
        own.Count(Measure.SignedIn, ticks);
        own.Count(activity.Clock, ticks);
        if (activity.Break is { } reason)
        {
            own.CountBreak(reason, ticks);
            return;
        }

        Count(own, activity, ticks);
        foreach (var queue in agent.Settings.Queues)
        {
            Count(facts.Of(Subject.Queue, queue), activity, ticks);
        }
    }

    static void Count(Tally tally, Activity activity, long ticks)
    {
        tally.Count(Measure.AtWork, ticks);
        if (activity.InConversation is not null)
        {
            tally.Count(Measure.Busy, ticks);
        }
    }

    static void Count(Facts facts, string agent, Conversation conversation, Measure measure, long n)
    {
        var slot = facts.In(conversation.Slot);
        slot.Of(Subject.Operator, agent).Count(measure, n);
        slot.Of(Subject.Queue, conversation.Queue).Count(measure, n);
        slot.Of(Subject.Line, conversation.Line).Count(measure, n);
    }

    /// <summary>What the step has made of the operator: a conversation begun or over, a phone rung, an offer that failed.</summary>
    void Follow(Facts facts, Moment moment, string id, Agent? before)
    {
        var after = moment.After.Agents.GetValueOrDefault(id);
        if (after?.State is AgentState.Talking { Offer: var number } && moment.After.Offers.GetValueOrDefault(number) is { } offer)
        {
            if (_conversations.GetValueOrDefault(id)?.Offer != number)
            {
                var line = moment.After.Callers.GetValueOrDefault(offer.Call)?.Dialled ?? "";
                _conversations[id] = new Conversation(number, offer.Queue, line, Slot.Of(moment.At));
                Count(facts, id, _conversations[id], Measure.Conversations, 1);
            }
        }
        else if (after?.State is not AgentState.WrapUp)
        {
            _conversations.Remove(id);
        }

        if (after is not null && after.State != before?.State && OfferMeasure(after.State) is { } measure)
        {
            facts.In(Slot.Of(moment.At)).Of(Subject.Operator, id).Count(measure, 1);
        }
    }

    static Measure? OfferMeasure(AgentState state) => state switch
    {
        AgentState.Offered => Measure.Rung,
        AgentState.Resting { Why: RestReason.Rejected } => Measure.Rejected,
        AgentState.Resting { Why: RestReason.NoAnswer } => Measure.Unanswered,
        AgentState.Resting { Why: RestReason.Busy or RestReason.Unreachable } => Measure.Unreachable,
        AgentState.Break { Reason: BreakReason.NoAnswer } => Measure.Unanswered,
        _ => null,
    };
}
