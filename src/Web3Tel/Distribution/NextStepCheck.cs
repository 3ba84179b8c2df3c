using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Whether the steps and numbers that queues lead to are there.</summary>
public static class NextStepCheck
{
    /// <summary>All that is wrong, as sentences.</summary>
    /// <param name="steps">Names that flows are registered under.</param>
    /// <param name="hasLineOut">Whether numbers outside can be dialled.</param>
    public static IEnumerable<string> Problems(IEnumerable<QueueSettings> queues, ImmutableArray<string> steps, bool hasLineOut) =>
        from queue in queues
        from way in Ways(queue)
        from step in way.Step.Way
        let problem = Problem(queue, step, steps, hasLineOut)
        where problem is not null
        select $"Queue '{queue.Name}': {way.Key} leads to {problem}";

    static string? Problem(QueueSettings queue, NextStep step, ImmutableArray<string> steps, bool hasLineOut) => step switch
    {
        NextStep.Named { Name: var name } when !steps.Contains(name) =>
            $"the step '{name}', which is not registered. {(steps.IsEmpty ? "No step is." : $"Steps are: {string.Join(", ", steps)}.")}",
        NextStep.Named { Name: CallbackFlow.Step } when queue.Callback is null =>
            $"the step '{CallbackFlow.Step}', but the queue calls nobody back: set its Callback.",
        NextStep.Number { To: var number } when !TalkCommand.IsNumber(number) =>
            $"the number '{number}', which is none: give digits, *, # and a leading + only, at most 32.",
        NextStep.Number { To: var number } when !hasLineOut =>
            $"the number '{number}', but there is no line out: set LineOut, such as sofia/gateway/provider/{{number}}.",
        _ => null,
    };

    static IEnumerable<(string Key, NextStep Step)> Ways(QueueSettings queue)
    {
        (string Key, NextStep? Step)[] ways =
        [
            (nameof(queue.WhenFull), queue.WhenFull),
            (nameof(queue.WhenTooLong), queue.WhenTooLong),
            (nameof(queue.WhenEmpty), queue.WhenEmpty),
            (nameof(queue.AfterTalk), queue.AfterTalk is { } after ? new NextStep.Named(after) : null),
            .. queue.ExitKeys.Select(exit => ($"the key {exit.Key}", (NextStep?)exit.Step)),
        ];
        return from way in ways where way.Step is not null select (way.Key, way.Step!);
    }
}
