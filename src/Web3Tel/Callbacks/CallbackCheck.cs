using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Callbacks;

/// <summary>What must hold of how a queue calls back.</summary>
public static class CallbackCheck
{
    static readonly TimeSpan LongestExpiry = TimeSpan.FromDays(30);
    static readonly TimeSpan LongestRingTime = TimeSpan.FromMinutes(5);

    /// <summary>All that is wrong, as sentences.</summary>
    /// <param name="queue">The queue that calls back, or not.</param>
    /// <param name="lineOut">How numbers outside are dialled; null for not at all.</param>
    public static IEnumerable<string> Problems(QueueSettings queue, string? lineOut)
    {
        if (queue.Callback is not { } callback)
        {
            return [];
        }

        var name = $"Queue '{queue.Name}': Callback";
        return
        [
            .. lineOut is null ? [$"{name} needs a line out: set LineOut, such as sofia/gateway/provider/{{number}}."] : Array.Empty<string>(),
            .. queue.RingsSeveral ? [$"{name} cannot be where several phones ring for one caller: choose another Strategy, or leave it out."] : Array.Empty<string>(),
            .. callback.RingTime > LongestRingTime || callback.RingTime < ConfigurationCheck.Shortest
                ? [$"{name}: RingTime is {callback.RingTime}: it must be between {ConfigurationCheck.Shortest} and {LongestRingTime}."]
                : Array.Empty<string>(),
            .. callback.Attempts is < 1 or > 100 ? [$"{name}: Attempts is {callback.Attempts}: it must be between 1 and 100."] : Array.Empty<string>(),
            .. ConfigurationCheck.OutOfRange($"{name}: Pause", callback.Pause, ConfigurationCheck.Shortest),
            .. callback.Expiry > LongestExpiry || callback.Expiry < ConfigurationCheck.Shortest
                ? [$"{name}: Expiry is {callback.Expiry}: it must be between {ConfigurationCheck.Shortest} and {LongestExpiry}."]
                : Array.Empty<string>(),
            .. callback.Hours is { } hours ? Problems($"{name}: Hours", hours) : [],
            .. Problems($"{name}: Numbers", callback.Numbers),
            .. callback.ShownNumber is { } shown && !TalkCommand.IsNumber(shown)
                ? [$"{name}: ShownNumber is '{shown}': give digits and a leading + only, or leave it out."]
                : Array.Empty<string>(),
            .. callback.Label is { } label && label.Any(char.IsControl)
                ? [$"{name}: Label has a character that cannot be shown: use letters, digits and punctuation."]
                : Array.Empty<string>(),
        ];
    }

    static IEnumerable<string> Problems(string name, CallingHours hours) =>
    [
        .. CallingHours.IsZone(hours.Zone) ? [] : new[] { $"{name}: there is no time zone '{hours.Zone}': give one such as Europe/Moscow." },
        .. hours.Week.IsEmpty ? [$"{name}: no day has hours, so nobody would ever be called: give some, or leave Hours out."] : Array.Empty<string>(),
    ];

    static IEnumerable<string> Problems(string name, NumberRule rule) =>
    [
        .. rule.Shortest < 1 || rule.Longest > 31 || rule.Shortest > rule.Longest
            ? [$"{name}: a number cannot have from {rule.Shortest} to {rule.Longest} digits: give 1 to 31, the fewest first."]
            : Array.Empty<string>(),
        .. Prefixes(rule).Where(prefix => CallbackNumber.Read(prefix) != prefix)
            .Select(prefix => $"{name}: '{prefix}' begins no number: give digits and a leading + only."),
    ];

    static ImmutableArray<string> Prefixes(NumberRule rule) => [.. rule.Allowed, .. rule.Blocked];
}
