using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Whether the steps and numbers that queues lead to are there.</summary>
public static class NextStepCheck
{
    /// <summary>All that is wrong.</summary>
    /// <param name="steps">Names that flows are registered under.</param>
    /// <param name="hasLineOut">Whether numbers outside can be dialled.</param>
    public static IEnumerable<ConfigurationProblem> Problems(IEnumerable<QueueSettings> queues, ImmutableArray<string> steps, bool hasLineOut) =>
        from queue in queues
        from way in Ways(queue)
        from step in way.Step.Way
        let problem = Problem(queue, step, steps, hasLineOut)
        where problem is not null
        select ConfigurationCheck.OfQueue(queue.Name).Is($": {way.English} leads to {problem.English}", $": {way.Russian} ведёт {problem.Russian}");

    static ConfigurationProblem? Problem(QueueSettings queue, NextStep step, ImmutableArray<string> steps, bool hasLineOut) => step switch
    {
        NextStep.Named { Name: var name } when !steps.Contains(name) =>
            new(
                $"the step '{name}', which is not registered. {(steps.IsEmpty ? "No step is." : $"Steps are: {string.Join(", ", steps)}.")}",
                $"в шаг '{name}', которого нет. {(steps.IsEmpty ? "Нет ни одного." : $"Шаги: {string.Join(", ", steps)}.")}"),
        NextStep.Named { Name: CallbackFlow.Step } when queue.Callback is null =>
            new(
                $"the step '{CallbackFlow.Step}', but the queue calls nobody back: set its Callback.",
                $"в шаг '{CallbackFlow.Step}', но очередь никому не перезванивает: задайте ей Callback."),
        NextStep.Number { To: var number } when !TalkCommand.IsNumber(number) =>
            new(
                $"the number '{number}', which is none: give digits, *, # and a leading + only, at most 32.",
                $"на номер '{number}', а это не номер: задайте цифры, *, # и + в начале, не больше 32."),
        NextStep.Number { To: var number } when !hasLineOut =>
            new(
                $"the number '{number}', but there is no line out: set LineOut, such as sofia/gateway/provider/{{number}}.",
                $"на номер '{number}', но выхода наружу нет: задайте LineOut, например sofia/gateway/provider/{{number}}."),
        _ => null,
    };

    static IEnumerable<(string English, string Russian, NextStep Step)> Ways(QueueSettings queue)
    {
        (string English, string Russian, NextStep? Step)[] ways =
        [
            (nameof(queue.WhenFull), nameof(queue.WhenFull), queue.WhenFull),
            (nameof(queue.WhenTooLong), nameof(queue.WhenTooLong), queue.WhenTooLong),
            (nameof(queue.WhenEmpty), nameof(queue.WhenEmpty), queue.WhenEmpty),
            (nameof(queue.AfterTalk), nameof(queue.AfterTalk), queue.AfterTalk is { } after ? new NextStep.Named(after) : null),
            .. queue.ExitKeys.Select(exit => ($"the key {exit.Key}", $"клавиша {exit.Key}", (NextStep?)exit.Step)),
        ];
        return from way in ways where way.Step is not null select (way.English, way.Russian, way.Step!);
    }
}
