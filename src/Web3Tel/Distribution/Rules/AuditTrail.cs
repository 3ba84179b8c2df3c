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
        if (command.By is { } by)
        {
            var (act, detail) = Describe(command);
            now.Record(by, command.Agent, act, detail);
        }
    }

    /// <summary>A command to a conversation, to its agent; to nobody where there is none.</summary>
    public static void Record(this Decision now, Event.ITalkCommand command, string agent)
    {
        if (command.By is { } by)
        {
            var (act, detail) = Describe(command);
            now.Record(by, agent, act, detail.Length > 0 ? $"{command.Call.Id}: {detail}" : command.Call.Id);
        }
    }

    /// <summary>What was done to a message, to its mailbox.</summary>
    public static void Record(this Decision now, Event.MessageMarked marked) =>
        now.Record(marked.By, marked.Mailbox, AuditedActs.Of(marked.Mark), marked.Message);

    /// <summary>To nobody: they are a queue's.</summary>
    public static void Record(this Decision now, Event.RecordingsDeleted deleted) => now.Record(
        deleted.By,
        "",
        AuditedAct.DeleteRecordings,
        string.Create(CultureInfo.InvariantCulture, $"{deleted.Queue}: {deleted.Calls.Length} from before {deleted.Before.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));

    /// <summary>To an account, or to nobody.</summary>
    public static void Record(this Decision now, Event.Administered administered) => now.Record(administered.By, administered.Account, administered.Act, administered.Detail);

    /// <summary>To nobody. The first version changes nothing, and a start of the service brings the same again.</summary>
    public static void Record(this Decision now, Configuration configuration)
    {
        if (configuration is { By: { } by, Version: var version } && now.State.Configuration.Version is > 0 and var before && version != before)
        {
            now.Record(by, "", AuditedAct.Configure, version.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>To nobody: the callback, with its number.</summary>
    public static void Record(this Decision now, Event.CallbackCancelled cancelled, string number)
    {
        if (cancelled.By is { } by)
        {
            now.Record(by, "", AuditedAct.CancelCallback, $"{cancelled.Call.Id}: {number}");
        }
    }

    static void Record(this Decision now, string by, string agent, AuditedAct act, string detail)
    {
        var number = now.State.Number + 1;
        var record = new AuditRecord(number, now.At, by, agent, act, detail);
        var audit = now.State.Audit.Add(number, record);
        now.State = now.State with { Audit = audit.Count > Most ? audit.Remove(audit.First().Key) : audit };
        now.Emit(new Effect.Audit(record));
    }

    static (AuditedAct Act, string Detail) Describe(Event.IAgentCommand command) => command switch
    {
        Event.AgentSignedIn => (AuditedAct.SignIn, ""),
        Event.AgentSignedOut => (AuditedAct.SignOut, ""),
        Event.AgentTookBreak took => (AuditedAct.Break, took.Reason),
        Event.AgentReady => (AuditedAct.Ready, ""),
        Event.WrapUpExtended extended => (AuditedAct.ExtendWrapUp, extended.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
        Event.WrapUpEnded => (AuditedAct.EndWrapUp, ""),
        Event.DoNotDisturbAsked asked => (asked.On ? AuditedAct.DoNotDisturb : AuditedAct.Disturb, ""),
        // Not the text: it is with the call, and may be deleted with it.
        Event.NoteTaken taken => (AuditedAct.TakeNote, $"{taken.Call}: {taken.Result}"),
        Event.NoteRevised revised => (AuditedAct.TakeNote, $"{revised.Over.Id}: {revised.Result}"),
        Event.CallAsked asked => (AuditedAct.Call, asked.Number),
        Event.AgentForced forced => (AuditedAct.Force, $"{forced.To}: {forced.Why}"),
        _ => throw new UnreachableException($"No description of {command.GetType().Name}."),
    };

    static (AuditedAct Act, string Detail) Describe(Event.ITalkCommand command) => command switch
    {
        Event.HoldAsked => (AuditedAct.Hold, ""),
        Event.ResumeAsked => (AuditedAct.Resume, ""),
        Event.RecordingPauseAsked => (AuditedAct.PauseRecording, ""),
        Event.RecordingResumeAsked => (AuditedAct.ResumeRecording, ""),
        Event.TransferAsked asked => (AuditedAct.Transfer, $"{asked.Kind} {asked.To}"),
        Event.ConsultAsked asked => (AuditedAct.Consult, $"{asked.Kind} {asked.To}"),
        Event.ConsultCompleted => (AuditedAct.CompleteConsult, ""),
        Event.ConsultCancelled => (AuditedAct.CancelConsult, ""),
        Event.ListenAsked asked => (AuditedAct.Listen, $"{asked.Mode} {asked.To}"),
        Event.TakeOverAsked asked => (AuditedAct.TakeOver, asked.To),
        Event.MoveAsked asked => (AuditedAct.Move, $"{asked.Queue} {asked.Position}".Trim()),
        Event.HangUpAsked => (AuditedAct.HangUp, ""),
        _ => throw new UnreachableException($"No description of {command.GetType().Name}."),
    };
}
