namespace Web3Tel.Tests.Distribution.World;

/// <summary>What goes wrong in a world, and how often.</summary>
sealed record Faults
{
    public static readonly Faults None = new() { WishEvery = TimeSpan.FromSeconds(10) };

    public static readonly Faults All = new()
    {
        SeveralPhones = 0.25,
        BridgeRefused = 0.03,
        BridgeUnheard = 0.005,
        EndUnheard = 0.02,
        PhoneLost = 0.1,
        MaskFails = 0.1,
        ConnectionLostEvery = TimeSpan.FromSeconds(4),
        NodeDownEvery = TimeSpan.FromMinutes(3),
        ServiceKilledEvery = TimeSpan.FromMinutes(5),
        NonsenseEvery = TimeSpan.FromSeconds(20),
        ReconfiguredEvery = TimeSpan.FromMinutes(1),
        CommandEvery = TimeSpan.FromSeconds(5),
        DeviceEvery = TimeSpan.FromSeconds(30),
        TalkCommandEvery = TimeSpan.FromSeconds(2),
        KeyEvery = TimeSpan.FromSeconds(15),
        OutsideCallEvery = TimeSpan.FromSeconds(40),
        DialOutEvery = TimeSpan.FromSeconds(30),
        Scenarios = true,
        WishEvery = TimeSpan.FromSeconds(10),
    };

    /// <summary>A disk that is seconds behind, and a service that dies all the time.</summary>
    public static readonly Faults SlowDisk = All with
    {
        ServiceKilledEvery = TimeSpan.FromMinutes(1),
        JournalLag = TimeSpan.FromSeconds(2),
    };

    /// <summary>Few callers for many agents, so that several phones can ring for one.</summary>
    public static readonly Faults Quiet = All with { TalkSeconds = 5, SeveralPhones = 0.6 };

    /// <summary>A queue that callers stand in is taken out of the configuration all the time, and put back.</summary>
    public static readonly Faults QueuesGo = All with { QueueGone = 0.4 };

    /// <summary>How many configurations have but one queue.</summary>
    public double QueueGone { get; init; }

    /// <summary>Whether some callers go through a scenario.</summary>
    public bool Scenarios { get; init; }

    public double TalkSeconds { get; init; } = 40;

    /// <summary>How many queues ring several phones for one caller.</summary>
    public double SeveralPhones { get; init; }

    public TimeSpan? DialOutEvery { get; init; }

    public double BridgeRefused { get; init; }

    /// <summary>The two were joined, but the reply is lost.</summary>
    public double BridgeUnheard { get; init; }

    /// <summary>A conversation ends and nobody is told, though every connection lives.</summary>
    public double EndUnheard { get; init; }

    /// <summary>An agent's phone is lost in the conversation, and the switch, which hears nothing of it, ends its call.</summary>
    public double PhoneLost { get; init; }

    /// <summary>A recording is not paused, or does not go on, or it does and nobody hears of it.</summary>
    public double MaskFails { get; init; }

    public TimeSpan? ConnectionLostEvery { get; init; }

    public TimeSpan? NodeDownEvery { get; init; }

    public TimeSpan? ServiceKilledEvery { get; init; }

    /// <summary>A death of the service takes with it what happened so shortly before that it was not on disk yet.</summary>
    public TimeSpan JournalLag { get; init; }

    /// <summary>What operators and supervisors command, sensible or not.</summary>
    public TimeSpan? CommandEvery { get; init; }

    /// <summary>What operators and supervisors want of conversations and of those who wait, sensible or not.</summary>
    public TimeSpan? TalkCommandEvery { get; init; }

    /// <summary>A caller presses a key.</summary>
    public TimeSpan? KeyEvery { get; init; }

    /// <summary>A phone registers or unregisters.</summary>
    public TimeSpan? DeviceEvery { get; init; }

    /// <summary>An operator's phone is in a call which is not the service's.</summary>
    public TimeSpan? OutsideCallEvery { get; init; }

    /// <summary>Somebody wants to be called back.</summary>
    public TimeSpan? WishEvery { get; init; }

    /// <summary>Events that come late or twice.</summary>
    public TimeSpan? NonsenseEvery { get; init; }

    /// <summary>Another configuration while calls run.</summary>
    public TimeSpan? ReconfiguredEvery { get; init; }
}
