using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>What must hold of the ways out of a queue.</summary>
static class WaitingCheck
{
    public static IEnumerable<string> Problems(string name, QueueSettings queue) =>
    [
        .. queue.MaxWaitWithNoAgent is { } wait ? ConfigurationCheck.OutOfRange($"{name}: MaxWaitWithNoAgent", wait, TimeSpan.Zero) : [],
        .. queue.ExitKeys.Where(exit => !char.IsAsciiDigit(exit.Key) && exit.Key is not ('*' or '#'))
            .Select(exit => $"{name}: '{exit.Key}' is no key: give one of 0-9, * and #."),
        .. queue.ExitKeys.GroupBy(exit => exit.Key).Where(group => group.Count() > 1)
            .Select(group => $"{name}: the key {group.Key} is named {group.Count()} times: it can lead to one step only."),
        .. Steps(queue).OfType<NextStep.HangUp>().Where(step => step.Message is { } sound && !ConfigurationCheck.IsPlayable(sound))
            .Select(step => $"{name}: the message '{step.Message}' cannot be played: it must be one word, such as /sounds/sorry.wav."),
    ];

    static IEnumerable<NextStep> Steps(QueueSettings queue) =>
        new[] { queue.WhenFull, queue.WhenTooLong, queue.WhenEmpty }.OfType<NextStep>().Concat(queue.ExitKeys.Select(exit => exit.Step)).SelectMany(step => step.Way);
}
