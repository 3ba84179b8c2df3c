using Web3Tel.Calls;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>
/// Somebody called in for one caller: the goal of a transfer, asked for advice, a supervisor who takes over, or a number a queue sends the
/// caller to.
/// </summary>
/// <param name="Number">Unique, growing; shared with the offers.</param>
/// <param name="Call">The caller.</param>
/// <param name="Leg">The call to the guest.</param>
/// <param name="To">Whom, as it was asked for: an agent's id or a number.</param>
/// <param name="Agent">The agent's id, if it is one.</param>
/// <param name="Until">When this state ends by itself, if it does.</param>
public sealed record Guest(
    long Number,
    CallRef Call,
    CallRef Leg,
    string To,
    string? Agent,
    GuestPurpose Purpose,
    GuestState State,
    DateTimeOffset Since,
    DateTimeOffset? Until)
{
    /// <summary>As <see cref="Offer.Parted"/>.</summary>
    public bool Parted { get; init; }

    /// <summary>As <see cref="Offer.ComesBack"/>.</summary>
    public bool ComesBack { get; init; }

    /// <summary>
    /// Where the conversation with the caller is recorded; null for one that is not, or where a recording goes on. Known from the ringing on: where
    /// the journal lost the last moments before a death of the service, and the two are found in conversation, it is still known.
    /// </summary>
    public string? Recording { get; init; }

    /// <summary>As <see cref="Offer.Announcing"/>.</summary>
    public bool Announcing { get; init; }

    /// <summary>As <see cref="Offer.Masked"/>.</summary>
    public bool Masked { get; init; }

    /// <summary>As <see cref="Offer.OutlivesPhone"/>.</summary>
    public bool OutlivesPhone { get; init; }

    /// <summary>The conversation with the agent who asks; null where none is asked, and when it is over.</summary>
    public Consultation? Consultation { get; init; }

    /// <summary>When something is to be done about the pause of its recording.</summary>
    internal DateTimeOffset? PauseDue => State is GuestState.Joining or GuestState.Consulting ? Consultation?.Pause?.Due : null;

    /// <summary>The step by which a queue has sent the caller to this number; null for a guest somebody asked for.</summary>
    public NextStep.Number? Step { get; init; }
}
