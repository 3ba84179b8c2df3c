using System.Collections.Immutable;
using System.Globalization;

namespace Web3Tel.EventSocket.Originating;

/// <summary>How to make a call. Values may hold any character that can stand on a line; they are escaped.</summary>
public sealed record OriginateOptions
{
    /// <summary>The id the new channel shall have. Default: FreeSWITCH chooses.</summary>
    public string? Uuid { get; init; }

    /// <summary>The name to show. Default: FreeSWITCH's own.</summary>
    public string? CallerIdName { get; init; }

    /// <summary>The number to show. Default: FreeSWITCH's own.</summary>
    public string? CallerIdNumber { get; init; }

    /// <summary>How long it may ring, in whole seconds. Default: FreeSWITCH's 60.</summary>
    public TimeSpan? RingTime { get; init; }

    /// <summary>Whether ringing tones and announcements before the answer do not count as an answer. Default: they do not.</summary>
    public bool IgnoreEarlyMedia { get; init; } = true;

    /// <summary>Further channel variables, which win over those above.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All of it as channel variables, in the order of their names.</summary>
    internal SortedDictionary<string, string> ToVariables()
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Set("origination_uuid", Uuid);
        Set("origination_caller_id_name", CallerIdName);
        Set("origination_caller_id_number", CallerIdNumber);
        Set("originate_timeout", RingTime is { } time ? Seconds(time) : null);
        Set("ignore_early_media", IgnoreEarlyMedia ? "true" : null);
        foreach (var (name, value) in Variables)
        {
            variables[name] = value;
        }

        return variables;

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                variables[name] = value;
            }
        }
    }

    /// <summary>Rounded up: a call that may ring at all rings for a second.</summary>
    static string Seconds(TimeSpan ringTime) => ringTime > TimeSpan.Zero
        ? Math.Ceiling(ringTime.TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(ringTime), ringTime, "A call must have time to ring.");
}
