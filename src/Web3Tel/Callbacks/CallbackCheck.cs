using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Callbacks;

/// <summary>What must hold of how a queue calls back.</summary>
public static class CallbackCheck
{
    static readonly TimeSpan LongestExpiry = TimeSpan.FromDays(30);
    static readonly TimeSpan LongestRingTime = TimeSpan.FromMinutes(5);

    /// <summary>All that is wrong.</summary>
    /// <param name="queue">The queue that calls back, or not.</param>
    /// <param name="lineOut">How numbers outside are dialled; null for not at all.</param>
    public static IEnumerable<ConfigurationProblem> Problems(QueueSettings queue, string? lineOut)
    {
        if (queue.Callback is not { } callback)
        {
            return [];
        }

        var name = ConfigurationCheck.OfQueue(queue.Name).At("Callback");
        return
        [
            .. lineOut is null ? [name.Is(" needs a line out: set LineOut, such as sofia/gateway/provider/{number}.", " требует выхода наружу: задайте LineOut, например sofia/gateway/provider/{number}.")] : Array.Empty<ConfigurationProblem>(),
            .. queue.RingsSeveral ? [name.Is(" cannot be where several phones ring for one caller: choose another Strategy, or leave it out.", " невозможен там, где одному звонящему звонят сразу несколько телефонов: выберите другую Strategy или уберите.")] : Array.Empty<ConfigurationProblem>(),
            .. callback.RingTime > LongestRingTime || callback.RingTime < ConfigurationCheck.Shortest
                ? [name.At("RingTime").Is($" is {callback.RingTime}: it must be between {ConfigurationCheck.Shortest} and {LongestRingTime}.", $" = {callback.RingTime}: нужно от {ConfigurationCheck.Shortest} до {LongestRingTime}.")]
                : Array.Empty<ConfigurationProblem>(),
            .. callback.Attempts is < 1 or > 100 ? [name.At("Attempts").Is($" is {callback.Attempts}: it must be between 1 and 100.", $" = {callback.Attempts}: нужно от 1 до 100.")] : Array.Empty<ConfigurationProblem>(),
            .. ConfigurationCheck.OutOfRange(name.At("Pause"), callback.Pause, ConfigurationCheck.Shortest),
            .. callback.Expiry > LongestExpiry || callback.Expiry < ConfigurationCheck.Shortest
                ? [name.At("Expiry").Is($" is {callback.Expiry}: it must be between {ConfigurationCheck.Shortest} and {LongestExpiry}.", $" = {callback.Expiry}: нужно от {ConfigurationCheck.Shortest} до {LongestExpiry}.")]
                : Array.Empty<ConfigurationProblem>(),
            .. callback.Hours is { } hours ? Problems(name.At("Hours"), hours) : [],
            .. Problems(name.At("Numbers"), callback.Numbers),
            .. callback.ShownNumber is { } shown && !TalkCommand.IsNumber(shown)
                ? [name.At("ShownNumber").Is($" is '{shown}': give digits and a leading + only, or leave it out.", $" = '{shown}': задайте цифры и + в начале или уберите.")]
                : Array.Empty<ConfigurationProblem>(),
            .. callback.Label is { } label && label.Any(char.IsControl)
                ? [name.At("Label").Is(" has a character that cannot be shown: use letters, digits and punctuation.", " содержит непечатный знак: годятся буквы, цифры и знаки препинания.")]
                : Array.Empty<ConfigurationProblem>(),
        ];
    }

    static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, CallingHours hours) =>
    [
        .. CallingHours.IsZone(hours.Zone) ? [] : new[] { name.Is($": there is no time zone '{hours.Zone}': give one such as Europe/Moscow.", $": часового пояса '{hours.Zone}' нет: задайте, например, Europe/Moscow.") },
        .. hours.Week.IsEmpty ? [name.Is(": no day has hours, so nobody would ever be called: give some, or leave Hours out.", ": часов нет ни у одного дня, и никому никогда не перезвонят: задайте их или уберите Hours.")] : Array.Empty<ConfigurationProblem>(),
    ];

    static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, NumberRule rule) =>
    [
        .. rule.Shortest < 1 || rule.Longest > 31 || rule.Shortest > rule.Longest
            ? [name.Is($": a number cannot have from {rule.Shortest} to {rule.Longest} digits: give 1 to 31, the fewest first.", $": в номере не может быть от {rule.Shortest} до {rule.Longest} цифр: задайте от 1 до 31, сначала меньшее.")]
            : Array.Empty<ConfigurationProblem>(),
        .. Prefixes(rule).Where(prefix => CallbackNumber.Read(prefix) != prefix)
            .Select(prefix => name.Is($": '{prefix}' begins no number: give digits and a leading + only.", $": с '{prefix}' номер не начинается: задайте цифры и + в начале.")),
    ];

    static ImmutableArray<string> Prefixes(NumberRule rule) => [.. rule.Allowed, .. rule.Blocked];
}
