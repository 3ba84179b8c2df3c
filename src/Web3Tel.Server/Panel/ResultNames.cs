using Web3Tel.Distribution;

namespace Web3Tel.Server.Panel;

/// <summary>What people read for the result of a conversation.</summary>
static class ResultNames
{
    /// <param name="queue">The conversation's, or null.</param>
    /// <param name="id">Of a result that the queue may not have any more: then it is read as it is.</param>
    public static string Of(CallCenter state, string? queue, string id, string language) =>
        queue is not null && state.Queues.GetValueOrDefault(queue)?.Settings.Results.FirstOrDefault(one => one.Id == id) is { } known
            ? known.In(Language.Told(language))
            : id;
}
