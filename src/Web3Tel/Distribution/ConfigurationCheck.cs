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

    public static ImmutableArray<ConfigurationProblem> Problems(Configuration configuration) =>
    [
        .. Twice(new("Queue", "Очередь"), configuration.Queues.Select(queue => queue.Name)),
        .. Twice(new("Agent", "Оператор"), configuration.Agents.Select(agent => agent.Id)),
        .. configuration.Queues.SelectMany(Problems),
        .. configuration.Queues.SelectMany(queue => CallbackCheck.Problems(queue, configuration.LineOut)),
        .. OverflowCheck.Problems(configuration.Queues),
        .. LineCheck.Problems(configuration),
        .. NextStepCheck.Problems(configuration.Queues, configuration.Steps, configuration.LineOut is not null),
        .. configuration.Agents.SelectMany(agent => Problems(agent, configuration)),
        .. Twice(new("Break", "Перерыв"), configuration.BreakReasons.Select(reason => reason.Id)),
        .. configuration.BreakReasons.SelectMany(Problems),
        .. OutOfRange(Named("LongestBreak"), configuration.LongestBreak, Shortest),
        .. OutOfRange(Named("LongestWrapUp"), configuration.LongestWrapUp, Shortest),
        .. OutOfRange(Named("LongestDoNotDisturb"), configuration.LongestDoNotDisturb, Shortest),
        .. OutOfRange(Named("LongestOutsideCall"), configuration.LongestOutsideCall, Shortest),
        .. OutOfRange(Named("LongestPhoneLost"), configuration.LongestPhoneLost, Shortest),
        .. OutOfRange(Named("LongestUnheard"), configuration.LongestUnheard, Shortest),
        .. OutOfRange(Named("LongestRecordingPause"), configuration.LongestRecordingPause, Shortest),
        .. configuration.MostUnanswered is < 1
            ? [Named("MostUnanswered").Is($" is {configuration.MostUnanswered}: it must be at least 1, or left out for no limit.", $" = {configuration.MostUnanswered}: нужно не меньше 1 или ничего, если предела нет.")]
            : Array.Empty<ConfigurationProblem>(),
        .. OutOfRange(Named("ReturnTime"), configuration.ReturnTime, TimeSpan.Zero),
        .. OutOfRange(Named("LostAfter"), configuration.LostAfter, Shortest),
        .. OutOfRange(Named("ConnectTime"), configuration.ConnectTime, Shortest),
        .. OutgoingCheck.Problems(configuration),
        .. configuration.LineOut is { } line && !line.Contains("{number}", StringComparison.Ordinal)
            ? [Named("LineOut").Is($" is \"{line}\": it must have {{number}} where the number goes, such as sofia/gateway/provider/{{number}}.", $" = «{line}»: на месте номера должно стоять {{number}}, например sofia/gateway/provider/{{number}}.")]
            : Array.Empty<ConfigurationProblem>(),
    ];

    internal static ConfigurationProblem OfQueue(string name) => new($"Queue '{name}'", $"Очередь '{name}'");

    internal static ConfigurationProblem OfAgent(string id) => new($"Agent '{id}'", $"Оператор '{id}'");

    /// <summary>A setting by its key, which is the same in both languages.</summary>
    internal static ConfigurationProblem Named(string key) => new(key, key);

    static ConfigurationProblem Break(BreakReason reason) => new($"Break '{reason.Id}'", $"Перерыв '{reason.Id}'");

    static IEnumerable<ConfigurationProblem> Problems(QueueSettings queue)
    {
        var name = OfQueue(queue.Name);
        return
        [
            .. BadName(name, queue.Name),
            .. OutOfRange(name.At("RingTime"), queue.RingTime, Shortest),
            .. TooFew(name.At("RingFirst"), queue.RingFirst),
            .. TooFew(name.At("RingMore"), queue.RingMore),
            .. OutOfRange(name.At("RingStep"), queue.RingStep, Shortest),
            .. OutOfRange(name.At("WrapUp"), queue.WrapUp, TimeSpan.Zero),
            // Without a rest a phone that fails at once would be tried again at once, for ever.
            .. OutOfRange(name.At("AfterReject"), queue.AfterReject, Shortest),
            .. OutOfRange(name.At("AfterBusy"), queue.AfterBusy, Shortest),
            .. OutOfRange(name.At("AfterNoAnswer"), queue.AfterNoAnswer, Shortest),
            .. OutOfRange(name.At("AfterUnreachable"), queue.AfterUnreachable, Shortest),
            .. OutOfRange(name.At("AfterConnectFailed"), queue.AfterConnectFailed, Shortest),
            .. queue.MaxLength is < 1 ? [name.At("MaxLength").Is($" is {queue.MaxLength}: it must be at least 1, or left out for no limit.", $" = {queue.MaxLength}: нужно не меньше 1 или ничего, если предела нет.")] : Array.Empty<ConfigurationProblem>(),
            .. queue.Whisper is { } whisper && !IsPlayable(whisper)
                ? [name.At("Whisper").Is($" is \"{whisper}\": give a file or tone without spaces and without ^, or leave it out.", $" = «{whisper}»: задайте файл или тон без пробелов и без ^ или уберите.")]
                : Array.Empty<ConfigurationProblem>(),
            .. Unplayable(name.At("RecordingNotice"), queue.RecordingNotice),
            .. Unplayable(name.At("PhoneLostNotice"), queue.PhoneLostNotice),
            .. queue.Label is { } label && label.Any(char.IsControl)
                ? [name.At("Label").Is(" has a character that cannot be shown: use letters, digits and punctuation.", " содержит непечатный знак: годятся буквы, цифры и знаки препинания.")]
                : Array.Empty<ConfigurationProblem>(),
            .. queue.KeepPlaceFor is { } keep ? OutOfRange(name.At("KeepPlaceFor"), keep, Shortest) : [],
            .. OutOfRange(name.At("HoldReminder"), queue.HoldReminder, Shortest),
            .. OutOfRange(name.At("LongestHold"), queue.LongestHold, Shortest),
            .. queue.MaxWait is { } wait ? OutOfRange(name.At("MaxWait"), wait, Shortest) : [],
            .. ResultCheck.Problems(name, queue),
            .. WaitingCheck.Problems(name, queue),
            .. MatchingCheck.Problems(name, queue),
            .. queue.Announce is { } announce ? AnnouncementCheck.Problems(name.At("Announce"), announce, queue.ExitKeys) : [],
        ];
    }

    static IEnumerable<ConfigurationProblem> Problems(BreakReason reason) =>
    [
        .. BadName(Break(reason), reason.Id),
        .. BreakReason.IsOwn(reason.Id) ? [Break(reason).Is(" is the call center's own: choose another id.", " — собственный перерыв колл-центра: выберите другой код.")] : Array.Empty<ConfigurationProblem>(),
    ];

    static IEnumerable<ConfigurationProblem> Problems(AgentSettings agent, Configuration configuration)
    {
        var name = OfAgent(agent.Id);
        var known = configuration.Queues.Select(queue => queue.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. BadName(name, agent.Id),
            .. string.IsNullOrWhiteSpace(agent.Destination) ? [name.Is(" has no destination: give the phone, such as user/1001.", " без телефона: задайте его, например user/1001.")] : Array.Empty<ConfigurationProblem>(),
            .. MatchingCheck.Problems(name, agent),
            .. Twice(name.Is(": queue", ": очередь"), agent.Queues),
            .. Twice(name.Is(": tier of queue", ": порядок в очереди"), agent.Tiers.Select(tier => tier.Queue)),
            .. agent.Tiers.SelectMany(tier => Problems(name, tier, agent.Queues)),
            .. agent.Queues.Where(queue => !known.Contains(queue))
                .Select(queue => name.Is($" serves the queue '{queue}', which is not configured.", $" обслуживает очередь '{queue}', которой нет.")),
        ];
    }

    static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem agent, Tier tier, ImmutableArray<string> queues)
    {
        var name = agent.Is($": tier of queue '{tier.Queue}'", $": порядок в очереди '{tier.Queue}'");
        return
        [
            .. queues.Contains(tier.Queue) ? [] : new[] { name.Is(": the agent does not serve that queue.", ": оператор эту очередь не обслуживает.") },
            .. tier.Level >= 1 ? [] : new[] { name.At("Level").Is($" is {tier.Level}: it must be at least 1.", $" = {tier.Level}: нужно не меньше 1.") },
            .. tier.Position >= 1 ? [] : new[] { name.At("Position").Is($" is {tier.Position}: it must be at least 1.", $" = {tier.Position}: нужно не меньше 1.") },
            .. tier.Weight is >= 1 and <= Tier.MostWeight
                ? []
                : new[] { name.At("Weight").Is($" is {tier.Weight}: it must be between 1 and {Tier.MostWeight}.", $" = {tier.Weight}: нужно от 1 до {Tier.MostWeight}.") },
        ];
    }

    internal static IEnumerable<ConfigurationProblem> Twice(ConfigurationProblem what, IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => what.Is($" '{group.Key}' is named {group.Count()} times: a name must be unique.", $" '{group.Key}' — указано {group.Count()} раз(а): имена не повторяются."));

    internal static IEnumerable<ConfigurationProblem> BadName(ConfigurationProblem what, string name) =>
        IsName(name)
            ? []
            : [what.Is(": a name has at least one character, and only A-Z, a-z, 0-9, '.', '-' and '_'.", ": в имени хотя бы один знак, и только A-Z, a-z, 0-9, «.», «-» и «_».")];

    internal static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <inheritdoc cref="Prompts.Sound.IsWellFormed"/>
    public static bool IsPlayable(string source) => Prompts.Sound.IsWellFormed(source);

    internal static IEnumerable<ConfigurationProblem> Unplayable(ConfigurationProblem what, string? source) => source is null || IsPlayable(source)
        ? []
        : [what.Is($" is \"{source}\": give a file or tone without spaces and without ^, prompt:<name> or speak:<words>, or leave it out.", $" = «{source}»: задайте файл или тон без пробелов и без ^, prompt:<имя> или speak:<слова> или уберите.")];

    static IEnumerable<ConfigurationProblem> TooFew(ConfigurationProblem what, int phones) =>
        phones >= 1 ? [] : [what.Is($" is {phones}: at least 1 phone must ring.", $" = {phones}: должен звонить хотя бы один телефон.")];

    internal static IEnumerable<ConfigurationProblem> OutOfRange(ConfigurationProblem what, TimeSpan value, TimeSpan least) =>
        value >= least && value <= Longest
            ? []
            : [what.Is($" is {value}: it must be between {least} and {Longest}.", $" = {value}: нужно от {least} до {Longest}.")];
}
