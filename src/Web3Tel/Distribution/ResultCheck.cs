using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>What is wrong with the results a queue lets choose from.</summary>
static class ResultCheck
{
    public static IEnumerable<string> Problems(string name, QueueSettings queue) =>
    [
        .. ConfigurationCheck.Twice($"{name}: result", queue.Results.Select(result => result.Id)),
        .. queue.Results.SelectMany(result => ConfigurationCheck.BadName($"{name}: result '{result.Id}'", result.Id)),
        .. queue.ResultRequired && queue.Results.IsEmpty ? [$"{name}: ResultRequired, but there are no Results to choose from: name at least one."] : Array.Empty<string>(),
        .. queue.ResultRequired && queue.WrapUp == TimeSpan.Zero
            ? [$"{name}: ResultRequired, but WrapUp is zero: give the agents time to choose a result."]
            : Array.Empty<string>(),
    ];
}
