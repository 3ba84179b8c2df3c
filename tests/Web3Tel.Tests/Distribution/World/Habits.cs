using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What people and lines do, by chance with a seed.</summary>
sealed class Habits(Random random)
{
    public bool Chance(double probability) => random.NextDouble() < probability;

    public TimeSpan Between(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));

    /// <summary>Many short, few long.</summary>
    public TimeSpan About(double seconds) => TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) * seconds);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public int From(int least, int most) => random.Next(least, most + 1);

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Something an operator, or a supervisor for them, may want. More come than go, so that calls are served.</summary>
    public Event.IAgentCommand Command(string agent, DateTimeOffset at) => random.Next(16) switch
    {
        0 => new Event.AgentSignedOut(at, agent, agent),
        1 or 2 => new Event.AgentTookBreak(at, agent, Chance(0.9) ? "break" : "siesta", agent),
        3 => new Event.WrapUpEnded(at, agent, agent),
        4 => new Event.WrapUpExtended(at, agent, Between(-1, 40), agent),
        5 => new Event.AgentForced(at, agent, One(Enum.GetValues<ForcedState>()), "supervisor", "by chance"),
        13 => new Event.CallAsked(at, agent, One(["5558", "5559", "no number"]), By: agent),
        14 => new Event.DoNotDisturbAsked(at, agent, Chance(0.15), agent),
        < 10 => new Event.AgentSignedIn(at, agent, agent),
        _ => new Event.AgentReady(at, agent, agent),
    };

    /// <summary>What an agent writes of a conversation.</summary>
    public Event.NoteTaken Note(string agent, string call, DateTimeOffset at) =>
        new(at, agent, Chance(0.9) ? call : "another", Chance(0.3) ? null : One(["sold", "lost", "unknown"]), One(["", "a: b", "<b>«Ж»\n"]), agent);

    /// <summary>Something somebody may want of a conversation, or of a caller who waits.</summary>
    /// <param name="consults">Whether somebody is being asked: then it is mostly that which is brought to an end.</param>
    public Event.ITalkCommand TalkCommand(CallRef call, bool consults, IReadOnlyList<string> agents, DateTimeOffset at) => random.Next(consults ? 60 : 23) switch
    {
        20 or 21 => new Event.RecordingPauseAsked(at, call, "agent"),
        22 => new Event.RecordingResumeAsked(at, call, "agent"),
        > 42 => new Event.ConsultCompleted(at, call, "agent"),
        > 24 => new Event.ConsultCancelled(at, call, "agent"),
        < 4 => new Event.HoldAsked(at, call, "agent"),
        < 6 => new Event.ResumeAsked(at, call, "agent"),
        6 => new Event.TransferAsked(at, call, TransferKind.Agent, One(agents), "agent"),
        7 => new Event.TransferAsked(at, call, TransferKind.Queue, One(["sales", "service", "nowhere"]), "agent"),
        8 => new Event.TransferAsked(at, call, TransferKind.Number, One(["5551", "5552", "no number"]), "agent"),
        9 or 10 or 18 => new Event.ConsultAsked(at, call, TransferKind.Agent, One(agents), "agent"),
        11 => Chance(0.5) ? new Event.ConsultAsked(at, call, TransferKind.Number, "5553", "agent") : new Event.ConsultAsked(at, call, TransferKind.Queue, One(["sales", "service", "nowhere"]), "agent"),
        12 => new Event.ConsultCompleted(at, call, "agent"),
        13 => new Event.ConsultCancelled(at, call, "agent"),
        14 => new Event.ListenAsked(at, call, "900", One(Enum.GetValues<ListenMode>()), "supervisor"),
        15 => new Event.TakeOverAsked(at, call, Chance(0.5) ? "900" : One(agents), "supervisor"),
        16 when Chance(0.2) => new Event.HangUpAsked(at, call, "supervisor"),
        16 or 17 => new Event.MoveAsked(at, call, Chance(0.5) ? One(["sales", "service"]) : null, Chance(0.5) ? From(0, 4) : null, "supervisor"),
        _ => new Event.MoveAsked(at, call, null, From(1, 8), "supervisor"),
    };

    /// <summary>What an agent's phone does when it rings: after how long, and null for an answer.</summary>
    public (TimeSpan After, HangupCause? Failure) Phone(TimeSpan ringTime) => random.Next(100) switch
    {
        < 70 => (Between(0.5, 8), null),
        < 80 => (Between(0.5, 5), HangupCause.CallRejected),
        < 88 => (Between(0.01, 0.05), HangupCause.UserBusy),
        < 95 => (ringTime, HangupCause.NoAnswer),
        _ => (Between(0.001, 0.05), HangupCause.UserNotRegistered),
    };
}
