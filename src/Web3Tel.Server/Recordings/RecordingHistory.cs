using System.Globalization;
using Web3Tel.History;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Recordings;

/// <summary>Brings recordings from the history that the index lacks.</summary>
sealed class RecordingHistory(CallCenterService center, RecordingStore store, ILogger logger)
{
    const int AtOnce = 1_000;

    /// <summary>A call is over at most so long after its recording began.</summary>
    static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    /// <summary>Brings everything, the newest first, if the index is not whole.</summary>
    public async Task Fill(CancellationToken cancellation)
    {
        if (await store.IsWhole().ConfigureAwait(false))
        {
            return;
        }

        Log.RecordingsFilling(logger);
        var brought = 0;
        string? before = null;
        while (await center.History.Page(before, AtOnce).ConfigureAwait(false) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            brought += await Bring(page).ConfigureAwait(false);
            before = page[^1].Id;
        }

        store.Change(new RecordingChange.Fill());
        await store.Flush().ConfigureAwait(false);
        Log.RecordingsFilled(logger, brought);
    }

    /// <summary>Brings what was recorded on a day, by the date in a file's path (UTC).</summary>
    /// <param name="day">Such as <c>2026/11/24</c>.</param>
    public async Task Bring(string day, CancellationToken cancellation)
    {
        var from = DateTimeOffset.ParseExact(day, "yyyy'/'MM'/'dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var to = from + TimeSpan.FromDays(1) + LongestCall;
        string? after = null;
        while (await center.History.Ended(from, to, after, AtOnce).ConfigureAwait(false) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            await Bring(page).ConfigureAwait(false);
            after = page[^1].Id;
        }
    }

    async Task<int> Bring(IReadOnlyList<HistoryEntry> page)
    {
        foreach (var call in page)
        {
            store.Put(call);
        }

        await store.Flush().ConfigureAwait(false);
        return page.Count(call => call.Recording is not null);
    }
}
