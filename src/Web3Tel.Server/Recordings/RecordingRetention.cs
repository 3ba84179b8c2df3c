using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// Deletes what has been kept long enough. First the journal has it, by id, then the file goes, then its place in the index: a crash in
/// between leaves what is deleted the next time.
/// </summary>
sealed class RecordingRetention(
    IReadOnlyList<RetentionRule> rules, CallCenterService center, RecordingStore store, RecordingFolder folder, TimeProvider time, ILogger logger)
{
    const string By = "retention";
    const int AtOnce = 500;

    /// <exception cref="IOException">The disk does not let us; what is left over is deleted the next time.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        if (!folder.IsThere)
        {
            return;
        }

        foreach (var rule in rules)
        {
            var before = time.GetUtcNow() - TimeSpan.FromDays(rule.Days);
            while (await store.Ended(queue => rule.IsOf(queue, rules), before, AtOnce).ConfigureAwait(false) is { Count: > 0 } over)
            {
                cancellation.ThrowIfCancellationRequested();
                await Delete(rule, before, over, cancellation).ConfigureAwait(false);
            }
        }
    }

    async Task Delete(RetentionRule rule, DateTimeOffset before, List<Recording> over, CancellationToken cancellation)
    {
        var there = over.Where(recording => folder.Look(recording.Path) is not null).ToArray();
        if (there.Length > 0)
        {
            await center.PostDurably(
                at => new Event.RecordingsDeleted(at, rule.Name, before, [.. there.Select(recording => recording.Id)], By), cancellation).ConfigureAwait(false);
            foreach (var recording in there)
            {
                folder.Delete(recording.Path);
            }

            Log.RecordingsDeleted(logger, there.Length, rule.Name, rule.Days);
        }

        // Before the index forgets them: what a crash in between leaves over is forgotten the next time.
        await center.Reviews.Forget([.. over.Select(recording => recording.Id)]).ConfigureAwait(false);
        foreach (var recording in over)
        {
            store.Change(new RecordingChange.Remove(recording.Id));
        }

        await store.Flush().ConfigureAwait(false);
    }
}
