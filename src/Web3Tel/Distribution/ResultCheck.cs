using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>What is wrong with the results a queue lets choose from.</summary>
static class ResultCheck
{
    public static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, QueueSettings queue) =>
    [
        .. ConfigurationCheck.Twice(name.Is(": result", ": результат"), queue.Results.Select(result => result.Id)),
        .. queue.Results.SelectMany(result => ConfigurationCheck.BadName(name.Is($": result '{result.Id}'", $": результат '{result.Id}'"), result.Id)),
        .. queue.ResultRequired && queue.Results.IsEmpty ? [name.At("ResultRequired").Is(", but there are no Results to choose from: name at least one.", " задано, но в Results выбирать не из чего: назовите хотя бы один.")] : Array.Empty<ConfigurationProblem>(),
        .. queue.ResultRequired && queue.WrapUp == TimeSpan.Zero
            ? [name.At("ResultRequired").Is(", but WrapUp is zero: give the agents time to choose a result.", " задано, но WrapUp равно нулю: дайте операторам время выбрать результат.")]
            : Array.Empty<ConfigurationProblem>(),
    ];
}
