using Web3Tel.Calls;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>A caller offered to an agent, until the conversation is over.</summary>
/// <param name="Number">Unique, growing.</param>
/// <param name="Call">Whom it is for; may change until the agent is connected, so that the first in the queue is served first.</param>
/// <param name="Leg">The call to the agent; its id follows from the offer's number.</param>
/// <param name="Until">When this state ends by itself, if it does.</param>
/// <param name="Recording">Where the conversation is recorded, from connecting on.</param>
public sealed record Offer(
    long Number,
    string Agent,
    string Queue,
    CallRef Call,
    CallRef Leg,
    OfferState State,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    string? Recording = null)
{
    /// <summary>Since when the caller is on hold.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>
    /// Rings beside other phones for whoever is the first of those its agent may have. The caller does not name it; <see cref="Call"/> is for whom it began to.
    /// </summary>
    public bool Along { get; init; }

    /// <summary>The agent's level, where the queue rings several phones for one caller; 0 where it does not.</summary>
    public int Level { get; init; }

    internal Rung? Rung => State == OfferState.Ringing && Level > 0 ? new Rung(Level, Number) : null;

    /// <summary>The switch says that the two are no longer joined: a hang-up has until the end of this state to say more.</summary>
    public bool Parted { get; init; }

    /// <summary>Forgotten on hold: the agent's leg has been ended, and the phone rings again as soon as it can.</summary>
    public bool RingsBack { get; init; }

    /// <summary>The caller on hold is given back as soon as that can be.</summary>
    public bool GiveBack { get; init; }

    /// <summary>Connecting: the caller hears first that the conversation is recorded.</summary>
    public bool Announcing { get; init; }

    /// <summary>From connecting on: what the caller heard of the queue was broken off for that. Should the two not be joined, it begins again.</summary>
    public bool Interrupts { get; init; }

    /// <summary>The switch was told to begin the recording with a pause, which may be over by the time it has begun.</summary>
    public bool Masked { get; init; }

    /// <summary>The switch was told to send the caller to us again when the agent hangs up, whatever the settings say by then.</summary>
    public bool ComesBack { get; init; }

    /// <summary>The switch was told to send the caller to us again when the agent's phone is lost.</summary>
    public bool OutlivesPhone { get; init; }

    /// <summary>The phone is lost, by this cause: until the end of this state the caller may come to us, or turn out to have hung up.</summary>
    public HangupCause? Lost { get; init; }
}
