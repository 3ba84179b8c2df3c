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
        14 => new Event.DoNotDisturbAsked(at, agent, Chance(0.15), agent),
        < 10 => new Event.AgentSignedIn(at, agent, agent),
        _ => new Event.AgentReady(at, agent, agent),
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
