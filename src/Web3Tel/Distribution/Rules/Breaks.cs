using System.Globalization;
using Web3Tel.Agents;

namespace Web3Tel.Distribution.Rules;

/// <summary>Agents who are away from the calls for longer than a rest.</summary>
static class Breaks
{
    /// <summary>At once, or when the call and its wrap-up are over.</summary>
    public static void TakeBreak(this Decision now, string id, string reason)
    {
        var agent = now.Agent(id)!;
        if (agent.State is AgentState.Ready or AgentState.Resting or AgentState.Break)
        {
            now.BeginBreak(agent, reason);
        }
        else
        {
            now.Set(agent with { PendingBreak = reason });
        }
    }

    public static void BeginBreak(this Decision now, Agent agent, string reason) => now.Set(agent with
    {
        State = new AgentState.Break(now.At, now.At + now.Configuration.LongestBreak, reason),
        PendingBreak = null,
    });

    /// <summary>Nobody knows whether the agent is still there: only a person can say so, by signing in.</summary>
    public static void EndForgottenBreak(this Decision now, Agent agent, AgentState.Break rest)
    {
        now.Set(agent with { SignedIn = false, Notice = new Notice(now.At, NoticeKind.BreakTooLong, rest.Reason) });
        now.BecomeReady(agent.Id, now.At);
    }

    /// <summary>One more offer that nobody answered: the agent rests, or is put on break where it was one too many.</summary>
    public static void LeaveUnanswered(this Decision now, string id, TimeSpan rest)
    {
        var agent = now.Agent(id)!;
        agent = agent with { Unanswered = agent.Unanswered + 1 };
        if (agent.SignedIn && agent.Unanswered >= now.Configuration.MostUnanswered)
        {
            var detail = agent.Unanswered.ToString(CultureInfo.InvariantCulture);
            now.BeginBreak(agent with { Unanswered = 0, Notice = new Notice(now.At, NoticeKind.Unanswered, detail) }, BreakReason.NoAnswer);
            return;
        }

        now.Set(agent);
        now.Rest(id, RestReason.NoAnswer, rest);
    }

    /// <summary>The agent is there after all.</summary>
    public static void EndUnanswered(this Decision now, string id)
    {
        if (now.Agent(id) is { Unanswered: > 0 } agent)
        {
            now.Set(agent with { Unanswered = 0 });
        }
    }
}
