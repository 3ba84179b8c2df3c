using Web3Tel.Distribution;

namespace Web3Tel.Callbacks;

/// <summary>What there is beside the place of a caller who wants to be called back.</summary>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Expires">When it is given up.</param>
public sealed record Callback(DateTimeOffset Asked, DateTimeOffset Expires)
{
    /// <summary>How often the customer has been called.</summary>
    public int Attempts { get; init; }

    /// <summary>Why nobody is to call now; null when the turn counts.</summary>
    public CallbackRest? Rest { get; init; }

    /// <summary>When the rest is over.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the hours in which customers are called are over, while there is no rest.</summary>
    public DateTimeOffset? HoursEnd { get; init; }

    /// <summary>The customer has answered: from then on a caller like all others.</summary>
    public bool Reached { get; init; }

    /// <summary>What became of it, when that is decided without a conversation.</summary>
    public CallbackEnd? End { get; init; }

    /// <summary>When the rest or the wish itself is over.</summary>
    internal DateTimeOffset? Until => Deadline.Earliest(NotBefore, HoursEnd, Expires);

    /// <summary>With a rest until then, if that is to come, and outside the hours in any case.</summary>
    internal Callback Resting(CallbackRest why, DateTimeOffset until, CallingHours? hours, DateTimeOffset at) =>
        until > at ? this with { Rest = why, NotBefore = until, HoursEnd = null } : InHours(hours, at);

    /// <summary>Without a rest, but for the hours.</summary>
    internal Callback InHours(CallingHours? hours, DateTimeOffset at) => hours is null || hours.IsOpen(at)
        ? this with { Rest = null, NotBefore = null, HoursEnd = hours?.NextChange(at) }
        : this with { Rest = CallbackRest.OutsideHours, NotBefore = hours.NextChange(at) ?? Expires, HoursEnd = null };
}
