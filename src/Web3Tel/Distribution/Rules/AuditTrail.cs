using System.Diagnostics;
using System.Globalization;
using Web3Tel.Auditing;

namespace Web3Tel.Distribution.Rules;

/// <summary>Who commanded what. The state holds the last of it; all of it is in the journal.</summary>
static class AuditTrail
{
    const int Most = 1_000;

    public static void Record(this Decision now, Event.IAgentCommand command)
    {
        if (command.By is not { } by)
        {
            return;
        }

        var (act, detail) = Describe(command);
        var number = now.State.Number + 1;
        var audit = now.State.Audit.Add(number, new AuditRecord(number, now.At, by, command.Agent, act, detail));
        now.State = now.State with { Audit = audit.Count > Most ? audit.Remove(audit.First().Key) : audit };
    }

    static (AuditedAct Act, string Detail) Describe(Event.IAgentCommand command) => command switch
    {
        Event.AgentSignedIn => (AuditedAct.SignIn, ""),
        Event.AgentSignedOut => (AuditedAct.SignOut, ""),
        Event.AgentTookBreak took => (AuditedAct.Break, took.Reason),
        Event.AgentReady => (AuditedAct.Ready, ""),
        Event.WrapUpExtended extended => (AuditedAct.ExtendWrapUp, extended.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
        Event.WrapUpEnded => (AuditedAct.EndWrapUp, ""),
        Event.AgentForced forced => (AuditedAct.Force, $"{forced.To}: {forced.Why}"),
        _ => throw new UnreachableException($"No description of {command.GetType().Name}."),
    };
}
