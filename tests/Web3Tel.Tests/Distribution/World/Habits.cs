using Web3Tel.Calls;

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
