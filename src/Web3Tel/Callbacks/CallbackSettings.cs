using Web3Tel.Journal;

namespace Web3Tel.Callbacks;

/// <summary>How a queue calls back those who asked for it. They are called over the line out of the configuration.</summary>
public sealed record CallbackSettings
{
    static readonly TimeSpan UsualRingTime = TimeSpan.FromSeconds(30);
    static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(10);
    static readonly TimeSpan UsualExpiry = TimeSpan.FromHours(24);

    public CallbackOrder Order { get; init; }

    /// <summary>How long the customer's phone rings; zero for the default.</summary>
    public TimeSpan RingTime { get; init => field = value.Or(UsualRingTime); } = UsualRingTime;

    /// <summary>How often the customer is called before it is given up; 0 for the default.</summary>
    public int Attempts { get; init => field = value == 0 ? 3 : value; } = 3;

    /// <summary>From an attempt in vain to the next; the place is kept meanwhile. Zero for the default.</summary>
    public TimeSpan Pause { get; init => field = value.Or(UsualPause); } = UsualPause;

    /// <summary>After how long it is given up, however often the customer has been called; zero for the default.</summary>
    public TimeSpan Expiry { get; init => field = value.Or(UsualExpiry); } = UsualExpiry;

    /// <summary>When customers may be called; null for at any time.</summary>
    public CallingHours? Hours { get; init; }

    /// <summary>Which numbers may be called.</summary>
    public NumberRule Numbers { get; init => field = value ?? new NumberRule(); } = new();

    /// <summary>What the customer's phone shows as the caller; null for what the line out makes of none.</summary>
    public string? ShownNumber { get; init; }

    /// <summary>What the agent's phone shows before the customer's name; null for the queue's own label.</summary>
    public string? Label { get; init; }
}
