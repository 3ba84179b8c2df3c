using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Lines;
using Web3Tel.Outgoing;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Finds all that is wrong with a configuration at once.</summary>
public static class ConfigurationCheck
{
    internal static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static ImmutableArray<string> Problems(Configuration configuration) =>
    [
        .. Twice("Queue", configuration.Queues.Select(queue => queue.Name)),
        .. Twice("Agent", configuration.Agents.Select(agent => agent.Id)),
        .. configuration.Queues.SelectMany(Problems),
        .. configuration.Queues.SelectMany(queue => CallbackCheck.Problems(queue, configuration.LineOut)),
        .. OverflowCheck.Problems(configuration.Queues),
        .. LineCheck.Problems(configuration),
        .. NextStepCheck.Problems(configuration.Queues, configuration.Steps, configuration.LineOut is not null),
        .. configuration.Agents.SelectMany(agent => Problems(agent, configuration)),
        .. Twice("Break", configuration.BreakReasons.Select(reason => reason.Id)),
        .. configuration.BreakReasons.SelectMany(Problems),
        .. OutOfRange("LongestBreak", configuration.LongestBreak, Shortest),
        .. OutOfRange("LongestWrapUp", configuration.LongestWrapUp, Shortest),
        .. OutOfRange("LongestDoNotDisturb", configuration.LongestDoNotDisturb, Shortest),
        .. OutOfRange("LongestOutsideCall", configuration.LongestOutsideCall, Shortest),
        .. OutOfRange("LongestPhoneLost", configuration.LongestPhoneLost, Shortest),
        .. OutOfRange("LongestUnheard", configuration.LongestUnheard, Shortest),
        .. OutOfRange("LongestRecordingPause", configuration.LongestRecordingPause, Shortest),
        .. configuration.MostUnanswered is < 1
            ? [$"MostUnanswered is {configuration.MostUnanswered}: it must be at least 1, or left out for no limit."]
            : Array.Empty<string>(),
        .. OutOfRange("ReturnTime", configuration.ReturnTime, TimeSpan.Zero),
        .. OutOfRange("LostAfter", configuration.LostAfter, Shortest),
        .. OutOfRange("ConnectTime", configuration.ConnectTime, Shortest),
        .. OutgoingCheck.Problems(configuration),
        .. configuration.LineOut is { } line && !line.Contains("{number}", StringComparison.Ordinal)
            ? [$"LineOut is \"{line}\": it must have {{number}} where the number goes, such as sofia/gateway/provider/{{number}}."]
            : Array.Empty<string>(),
    ];

    static IEnumerable<string> Problems(QueueSettings queue)
    {
        var name = $"Queue '{queue.Name}'";
        return
        [
            .. BadName(name, queue.Name),
            .. OutOfRange($"{name}: RingTime", queue.RingTime, Shortest),
            .. TooFew($"{name}: RingFirst", queue.RingFirst),
            .. TooFew($"{name}: RingMore", queue.RingMore),
            .. OutOfRange($"{name}: RingStep", queue.RingStep, Shortest),
            .. OutOfRange($"{name}: WrapUp", queue.WrapUp, TimeSpan.Zero),
            // Without a rest a phone that fails at once would be tried again at once, for ever.
            .. OutOfRange($"{name}: AfterReject", queue.AfterReject, Shortest),
            .. OutOfRange($"{name}: AfterBusy", queue.AfterBusy, Shortest),
            .. OutOfRange($"{name}: AfterNoAnswer", queue.AfterNoAnswer, Shortest),
            .. OutOfRange($"{name}: AfterUnreachable", queue.AfterUnreachable, Shortest),
            .. OutOfRange($"{name}: AfterConnectFailed", queue.AfterConnectFailed, Shortest),
            .. queue.MaxLength is < 1 ? [$"{name}: MaxLength is {queue.MaxLength}: it must be at least 1, or left out for no limit."] : Array.Empty<string>(),
            .. queue.Whisper is { } whisper && !IsPlayable(whisper)
                ? [$"{name}: Whisper is \"{whisper}\": give a file or tone without spaces and without ^, or leave it out."]
                : Array.Empty<string>(),
            .. Unplayable($"{name}: RecordingNotice", queue.RecordingNotice),
            .. Unplayable($"{name}: PhoneLostNotice", queue.PhoneLostNotice),
            .. queue.Label is { } label && label.Any(char.IsControl)
                ? [$"{name}: Label has a character that cannot be shown: use letters, digits and punctuation."]
                : Array.Empty<string>(),
            .. queue.KeepPlaceFor is { } keep ? OutOfRange($"{name}: KeepPlaceFor", keep, Shortest) : [],
            .. OutOfRange($"{name}: HoldReminder", queue.HoldReminder, Shortest),
            .. OutOfRange($"{name}: LongestHold", queue.LongestHold, Shortest),
            .. queue.MaxWait is { } wait ? OutOfRange($"{name}: MaxWait", wait, Shortest) : [],
            .. ResultCheck.Problems(name, queue),
            .. WaitingCheck.Problems(name, queue),
            .. MatchingCheck.Problems(name, queue),
            .. queue.Announce is { } announce ? AnnouncementCheck.Problems($"{name}: Announce", announce, queue.ExitKeys) : [],
        ];
    }

    static IEnumerable<string> Problems(BreakReason reason) =>
    [
        .. BadName($"Break '{reason.Id}'", reason.Id),
        .. BreakReason.IsOwn(reason.Id) ? [$"Break '{reason.Id}' is the call center's own: choose another id."] : Array.Empty<string>(),
    ];

    static IEnumerable<string> Problems(AgentSettings agent, Configuration configuration)
    {
        var name = $"Agent '{agent.Id}'";
        var known = configuration.Queues.Select(queue => queue.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. BadName(name, agent.Id),
            .. string.IsNullOrWhiteSpace(agent.Destination) ? [$"{name} has no destination: give the phone, such as user/1001."] : Array.Empty<string>(),
            .. MatchingCheck.Problems(name, agent),
            .. Twice($"{name}: queue", agent.Queues),
            .. Twice($"{name}: tier of queue", agent.Tiers.Select(tier => tier.Queue)),
            .. agent.Tiers.SelectMany(tier => Problems(name, tier, agent.Queues)),
            .. agent.Queues.Where(queue => !known.Contains(queue))
                .Select(queue => $"{name} serves the queue '{queue}', which is not configured."),
        ];
    }

    static IEnumerable<string> Problems(string name, Tier tier, ImmutableArray<string> queues)
    {
        name = $"{name}: tier of queue '{tier.Queue}'";
        return
        [
            .. queues.Contains(tier.Queue) ? [] : new[] { $"{name}: the agent does not serve that queue." },
            .. tier.Level >= 1 ? [] : new[] { $"{name}: Level is {tier.Level}: it must be at least 1." },
            .. tier.Position >= 1 ? [] : new[] { $"{name}: Position is {tier.Position}: it must be at least 1." },
            .. tier.Weight is >= 1 and <= Tier.MostWeight
                ? []
                : new[] { $"{name}: Weight is {tier.Weight}: it must be between 1 and {Tier.MostWeight}." },
        ];
    }

    internal static IEnumerable<string> Twice(string what, IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{what} '{group.Key}' is named {group.Count()} times: a name must be unique.");

    internal static IEnumerable<string> BadName(string what, string name) =>
        IsName(name)
            ? []
            : [$"{what}: a name has at least one character, and only A-Z, a-z, 0-9, '.', '-' and '_'."];

    internal static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <inheritdoc cref="Prompts.Sound.IsWellFormed"/>
    public static bool IsPlayable(string source) => Prompts.Sound.IsWellFormed(source);

    internal static IEnumerable<string> Unplayable(string what, string? source) => source is null || IsPlayable(source)
        ? []
        : [$"{what} is \"{source}\": give a file or tone without spaces and without ^, prompt:<name> or speak:<words>, or leave it out."];

    static IEnumerable<string> TooFew(string what, int phones) =>
        phones >= 1 ? [] : [$"{what} is {phones}: at least 1 phone must ring."];

    internal static IEnumerable<string> OutOfRange(string what, TimeSpan value, TimeSpan least) =>
        value >= least && value <= Longest
            ? []
            : [$"{what} is {value}: it must be between {least} and {Longest}."];
}
