using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>What must hold of the ways out of a queue.</summary>
static class WaitingCheck
{
    public static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, QueueSettings queue) =>
    [
        .. queue.MaxWaitWithNoAgent is { } wait ? ConfigurationCheck.OutOfRange(name.At("MaxWaitWithNoAgent"), wait, TimeSpan.Zero) : [],
        .. queue.ExitKeys.Where(exit => !char.IsAsciiDigit(exit.Key) && exit.Key is not ('*' or '#'))
            .Select(exit => name.Is($": '{exit.Key}' is no key: give one of 0-9, * and #.", $": '{exit.Key}' — не клавиша: задайте одну из 0-9, * и #.")),
        .. queue.ExitKeys.GroupBy(exit => exit.Key).Where(group => group.Count() > 1)
            .Select(group => name.Is($": the key {group.Key} is named {group.Count()} times: it can lead to one step only.", $": клавиша {group.Key} указана {group.Count()} раз(а): она ведёт только в одно место.")),
        .. Steps(queue).OfType<NextStep.HangUp>().Where(step => step.Message is { } sound && !ConfigurationCheck.IsPlayable(sound))
            .Select(step => name.Is($": the message '{step.Message}' cannot be played: it must be one word, such as /sounds/sorry.wav.", $": сообщение '{step.Message}' не сыграть: это должно быть одно слово, например /sounds/sorry.wav.")),
    ];

    static IEnumerable<NextStep> Steps(QueueSettings queue) =>
        new[] { queue.WhenFull, queue.WhenTooLong, queue.WhenEmpty }.OfType<NextStep>().Concat(queue.ExitKeys.Select(exit => exit.Step)).SelectMany(step => step.Way);
}
