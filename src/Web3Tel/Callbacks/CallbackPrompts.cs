using Web3Tel.Speech;

namespace Web3Tel.Callbacks;

/// <summary>
/// How callers are offered to be called back. Sounds are in the switch's own words; those that are null are spoken, where there is a voice.
/// The number itself is always spoken.
/// </summary>
public sealed record CallbackPrompts
{
    public static readonly CallbackPrompts Default = new();

    /// <summary>Says that the caller will be called, at the number that is read out after it.</summary>
    public string? Offer { get; init; }

    /// <summary>Says which keys there are after the number: 1 to confirm, 2 for another number.</summary>
    public string? Choices { get; init; }

    /// <summary>The same where no other number may be given: 1 to confirm.</summary>
    public string? Confirm { get; init; }

    /// <summary>Says that the star leads back to the queue; not played to callers who come from none.</summary>
    public string? Back { get; init; }

    /// <summary>Asks for a number, ended by the hash key.</summary>
    public string? AskNumber { get; init; }

    /// <summary>Nobody can be called at that number.</summary>
    public string? WrongNumber { get; init; }

    /// <summary>The call will come.</summary>
    public string? Accepted { get; init; }

    /// <summary>It had been asked for already, and the call will come.</summary>
    public string? AskedAlready { get; init; }

    /// <summary>No call can be promised at present.</summary>
    public string? Unavailable { get; init; }

    /// <summary>What is spoken to callers of a queue that announces nothing; where it does, its language counts.</summary>
    public Language Language { get; init; }

    /// <summary>Whether callers may give another number than the one they call from. Without it those who withhold theirs cannot be called back.</summary>
    public bool OtherNumbers { get; init; } = true;

    /// <summary>How often a caller may be silent, press a wrong key or give a number that is none; at least 1.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>How long to wait for a key, and for the next digit of a number.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
