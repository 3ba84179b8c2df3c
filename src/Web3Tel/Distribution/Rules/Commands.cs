using System.Diagnostics;
using Web3Tel.Agents;

namespace Web3Tel.Distribution.Rules;

/// <summary>What agents and supervisors command.</summary>
static class Commands
{
    public static void Obey(this Decision now, Event.IAgentCommand command)
    {
        if (AgentCommand.Refusal(now.State, command) is not null)
        {
            now.Ignore();
            return;
        }

        now.Record(command);
        switch (command)
        {
            case Event.AgentSignedIn:
                now.SignIn(command.Agent);
                break;
            case Event.AgentSignedOut:
                now.SignOut(command.Agent);
                break;
            case Event.AgentTookBreak took:
                now.TakeBreak(command.Agent, took.Reason);
                break;
            case Event.AgentReady:
                now.Return(command.Agent);
                break;
            case Event.WrapUpExtended extended:
                now.ExtendWrapUp(command.Agent, extended.Time);
                break;
            case Event.WrapUpEnded:
                now.EndWrapUpOf(command.Agent);
                break;
            case Event.DoNotDisturbAsked asked:
                now.SetDoNotDisturb(command.Agent, asked.On);
                break;
            case Event.AgentForced forced:
                now.Force(forced);
                break;
            case Event.NoteTaken taken:
                now.TakeNote(taken);
                break;
            case Event.NoteRevised revised:
                now.ReviseNote(revised);
                break;
            case Event.CallAsked asked:
                now.CallFor(asked);
                break;
            default:
                throw new UnreachableException($"No rule for {command.GetType().Name}.");
        }
    }

    static void SignIn(this Decision now, string id)
    {
        var agent = now.Agent(id)! with { SignedIn = true, Unanswered = 0, Notice = null };
        now.Set(agent);
        if (agent.State is AgentState.SignedOut)
        {
            now.Set(agent with { Work = agent.Work with { Calls = 0, Talked = TimeSpan.Zero } });
            now.BecomeReady(id, now.At);
        }
    }

    static void Return(this Decision now, string id)
    {
        var agent = now.Agent(id)! with { PendingBreak = null, Unanswered = 0, Notice = null };
        now.Set(agent);
        if (agent.State is AgentState.Break or AgentState.Resting)
        {
            now.BecomeReady(id, now.At);
        }
    }

    static void ExtendWrapUp(this Decision now, string id, TimeSpan time)
    {
        var agent = now.Agent(id)!;
        var wrapUp = (AgentState.WrapUp)agent.State;
        // Compared as times left, not added first: a huge extension must not overflow.
        var left = wrapUp.Since + now.Configuration.LongestWrapUp - wrapUp.Until;
        now.Set(agent with { State = wrapUp with { Until = wrapUp.Until + (time < left ? time : left) } });
    }

    static void EndWrapUpOf(this Decision now, string id)
    {
        if (now.Agent(id) is { State: AgentState.WrapUp wrapUp } agent)
        {
            now.EndWrapUp(agent, wrapUp.Call);
        }
    }

    static void Force(this Decision now, Event.AgentForced forced)
    {
        var id = forced.Agent;
        now.Set(now.Agent(id)! with { Notice = new Notice(now.At, NoticeKind.Forced, $"{forced.By}: {forced.Why}") });
        switch (forced.To)
        {
            case ForcedState.SignedOut:
                now.SignOut(id);
                now.EndWrapUpOf(id);
                break;
            case ForcedState.Ready:
                var agent = now.Agent(id)! with { SignedIn = true, PendingBreak = null, Unanswered = 0 };
                now.Set(agent);
                now.EndWrapUpOf(id);
                if (agent.State is AgentState.SignedOut or AgentState.Break or AgentState.Resting)
                {
                    now.BecomeReady(id, now.At);
                }

                break;
            case ForcedState.Break:
                now.TakeBreak(id, BreakReason.Supervisor);
                now.EndWrapUpOf(id);
                break;
        }
    }
}
