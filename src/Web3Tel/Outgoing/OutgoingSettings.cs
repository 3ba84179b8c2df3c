using System.Collections.Immutable;
using Web3Tel.Journal;
using Web3Tel.Speech;

namespace Web3Tel.Outgoing;

/// <summary>How agents call numbers outside. Prefixes are compared with what is dialled, sign by sign; <c>*</c> is every number.</summary>
public sealed record OutgoingSettings
{
    /// <summary>The number that is shown where the agent has none of the own; empty for what the gateway shows.</summary>
    public string Shown { get; init => field = value ?? ""; } = "";

    /// <summary>Other numbers that may be asked for to be shown.</summary>
    public ImmutableArray<string> MayShow { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Prefixes of numbers that may be called; empty for all that are not blocked.</summary>
    public ImmutableArray<string> Allowed { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Prefixes of numbers that may not be called. The longer prefix decides, and a blocked one among equals.</summary>
    public ImmutableArray<string> Blocked { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How long a number rings; zero for the default.</summary>
    public TimeSpan RingTime { get; init => field = value.Or(TimeSpan.FromSeconds(45)); } = TimeSpan.FromSeconds(45);

    /// <summary>The wrap-up after a conversation of an agent who would be ready otherwise; zero for none.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>Whether conversations are recorded.</summary>
    public bool Record { get; init; } = true;

    /// <summary>Whether agents may call who are signed out.</summary>
    public bool WhenSignedOut { get; init; } = true;

    /// <summary>In which language agents are told what went wrong.</summary>
    public Language Language { get; init; }
}
