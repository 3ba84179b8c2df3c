using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;
using Web3Tel.Speech;

namespace Web3Tel.Server.Api;

/// <summary>What operators write of their conversations: of one that is over the call center knows nothing any more, and is told what the history has.</summary>
sealed class NoteTaking(CallCenterService center) : IDisposable
{
    /// <summary>One after another: of two who write of the same call the second must see what the first has written.</summary>
    readonly SemaphoreSlim turn = new(1);

    /// <summary>Writes of a conversation of the operator's.</summary>
    /// <param name="call">Its id.</param>
    /// <param name="result">Id of a result of its queue, or null.</param>
    public async Task<Obedience> Take(string agent, string call, string? result, string text, string by, Language language)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var state = center.Current;
            var present = state.Agents.GetValueOrDefault(agent) is { } known ? NotedCall.Of(state, known)?.Call.Id : null;
            return present != call && await Over(state, call).ConfigureAwait(false) is { } over
                ? await center.Give(at => new Event.NoteRevised(at, agent, over, result, text, by), language).ConfigureAwait(false)
                : await center.Give(at => new Event.NoteTaken(at, agent, call, result, text, by), language).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>As it ended; null for one that is not over, or unknown.</summary>
    async Task<History.HistoryEntry?> Over(CallCenter state, string call)
    {
        // In wrap-up there is more to come, and what lies in the history is not the last.
        if (state.InWrapUp.Keys.Any(one => one.Id == call))
        {
            return null;
        }

        await center.History.Flush().ConfigureAwait(false);
        return await center.History.Find(call).ConfigureAwait(false);
    }
}
