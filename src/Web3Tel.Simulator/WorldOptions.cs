using System.Collections.Immutable;

namespace Web3Tel.Simulator;

/// <summary>Who lives around a simulated switch. All chance comes from the switch's seed.</summary>
public sealed record WorldOptions
{
    /// <summary>How many calls come in a second, on average; they come at random. Default: 0.2.</summary>
    public double CallsPerSecond { get; init; } = 0.2;

    /// <summary>How many calls there will be; null: without end.</summary>
    public int? Calls { get; init; }

    /// <summary>The numbers that are called. Default: 1000.</summary>
    public ImmutableArray<string> Dialled { get; init; } = ["1000"];

    /// <summary>By number dialled, what its callers press some seconds after the answer, each one of these by chance. Default: none press anything.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Keys { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The operators' numbers. Default: 1001 to 1004.</summary>
    public ImmutableArray<string> Operators { get; init; } = ["1001", "1002", "1003", "1004"];

    /// <summary>How long a caller waits for an operator before giving up, at least. Default: 20 s.</summary>
    public TimeSpan LeastPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a caller waits at most. Default: 90 s.</summary>
    public TimeSpan MostPatience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The shortest conversation. Default: 10 s.</summary>
    public TimeSpan LeastTalk { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest conversation. Default: 40 s.</summary>
    public TimeSpan MostTalk { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How soon an operator answers, at the soonest. Default: 1 s.</summary>
    public TimeSpan LeastRinging { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How late an operator answers, at the latest. Default: 6 s.</summary>
    public TimeSpan MostRinging { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often an operator presses "reject", 0 to 1. Default: 0.06.</summary>
    public double Rejects { get; init; } = 0.06;

    /// <summary>How often an operator lets it ring. Default: 0.04.</summary>
    public double LetsRing { get; init; } = 0.04;

    /// <summary>How often an operator's telephone is busy with something else. Default: 0.02.</summary>
    public double Busy { get; init; } = 0.02;

    /// <summary>How often it is the operator who hangs up first. Default: 0.3.</summary>
    public double OperatorHangsUpFirst { get; init; } = 0.3;

    /// <summary>The key, by number called, that callers press who would rather be called back than wait; those of other numbers wait. Default: none.</summary>
    public ImmutableDictionary<string, char> CallbackKeys { get; init; } = ImmutableDictionary<string, char>.Empty;

    /// <summary>How often a caller of such a number wants to be called back, 0 to 1. Default: 0.3.</summary>
    public double WantsCallback { get; init; } = 0.3;

    /// <summary>How long such a caller waits before pressing the key. Default: 8 s.</summary>
    public TimeSpan BeforeCallback { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long it takes such a caller from there to the confirmation. Default: 6 s.</summary>
    public TimeSpan BeforeConfirming { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often nobody answers who is called back, 0 to 1. Default: 0.2.</summary>
    public double MissesCallback { get; init; } = 0.2;

    /// <summary>A world for measuring: nobody is impatient, operators answer at once and nobody talks for long.</summary>
    public static WorldOptions ForLoad(double callsPerSecond) => new()
    {
        CallsPerSecond = callsPerSecond,
        LeastPatience = TimeSpan.FromMinutes(10),
        MostPatience = TimeSpan.FromMinutes(10),
        LeastTalk = TimeSpan.FromMilliseconds(200),
        MostTalk = TimeSpan.FromMilliseconds(400),
        LeastRinging = TimeSpan.Zero,
        MostRinging = TimeSpan.Zero,
        Rejects = 0,
        LetsRing = 0,
        Busy = 0,
    };
}
