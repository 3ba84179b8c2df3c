using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.WhatIf;

/// <summary>How much of their time at work agents spend on calls: talking and in wrap-up.</summary>
public sealed class Shifts
{
    readonly Dictionary<string, Shift> _shifts = new(StringComparer.Ordinal);
    CallCenter _state = CallCenter.Empty;
    DateTimeOffset? _since;

    /// <summary>The call center from now on.</summary>
    public void Observe(CallCenter state, DateTimeOffset at)
    {
        if (_since is { } since && at > since)
        {
            foreach (var agent in _state.Agents.Values)
            {
                var shift = _shifts.GetValueOrDefault(agent.Id);
                var time = at - since;
                _shifts[agent.Id] = new Shift(
                    shift.AtWork + (IsAtWork(agent.State) ? time : TimeSpan.Zero),
                    shift.Busy + (IsBusy(agent.State) ? time : TimeSpan.Zero));
            }
        }

        _state = state;
        _since = _since > at ? _since : at;
    }

    /// <summary>The day is over.</summary>
    public void Complete(DateTimeOffset at) => Observe(_state, at);

    /// <summary>From 0 to 1, of the agents who serve the queue, or of all; null when nobody was at work.</summary>
    public double? Occupancy(string? queue)
    {
        var shifts = _state.Agents.Values
            .Where(agent => queue is null || agent.Settings.Queues.Contains(queue))
            .Select(agent => _shifts.GetValueOrDefault(agent.Id))
            .ToArray();
        var atWork = shifts.Sum(shift => shift.AtWork.TotalSeconds);
        return atWork > 0 ? shifts.Sum(shift => shift.Busy.TotalSeconds) / atWork : null;
    }

    static bool IsAtWork(AgentState state) => state is not (AgentState.SignedOut or AgentState.Break);

    static bool IsBusy(AgentState state) => state is AgentState.Talking or AgentState.WrapUp;

    readonly record struct Shift(TimeSpan AtWork, TimeSpan Busy);
}
