namespace Web3Tel.Server.Recordings;

/// <summary>Waits for each recording's file to be finished, and takes its size and SHA-256.</summary>
sealed class RecordingSums(RecordingStore store, RecordingFolder folder, RecordingTimes times, TimeProvider time, ILogger logger)
{
    const int AtOnce = 500;

    readonly Dictionary<string, (FileFacts Facts, DateTimeOffset Due)> seen = [];

    /// <summary>One look at what is unfinished. Returns when what is finished has been told to the index.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        if (!folder.IsThere)
        {
            return;
        }

        var unfinished = await store.Unfinished(AtOnce).ConfigureAwait(false);
        foreach (var recording in unfinished)
        {
            cancellation.ThrowIfCancellationRequested();
            if (folder.Look(recording.Path) is { } facts)
            {
                await Look(recording, facts, cancellation).ConfigureAwait(false);
            }
            else if (time.GetUtcNow() - recording.End >= times.Missing)
            {
                Log.RecordingMissing(logger, recording.Id, recording.Path);
                store.Change(new RecordingChange.Look(recording.Id, FileState.Missing, 0, ""));
            }
        }

        foreach (var done in seen.Keys.Except(unfinished.Select(recording => recording.Id)).ToArray())
        {
            seen.Remove(done);
        }
    }

    async Task Look(Recording recording, FileFacts facts, CancellationToken cancellation)
    {
        if (!seen.TryGetValue(recording.Id, out var before) || before.Facts != facts)
        {
            seen[recording.Id] = (facts, time.GetUtcNow() + times.Settled);
        }
        else if (time.GetUtcNow() >= before.Due)
        {
            await Sum(recording, facts, cancellation).ConfigureAwait(false);
        }
    }

    async Task Sum(Recording recording, FileFacts facts, CancellationToken cancellation)
    {
        try
        {
            var sum = await folder.Sum(recording.Path, cancellation).ConfigureAwait(false);
            if (folder.Look(recording.Path) == facts)
            {
                store.Change(new RecordingChange.Look(recording.Id, FileState.Finished, facts.Size, sum));
            }
            else
            {
                seen.Remove(recording.Id);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // One that cannot be read must not keep the others waiting.
            Log.RecordingUnreadable(logger, recording.Id, recording.Path, e.Message);
            seen[recording.Id] = (facts, time.GetUtcNow() + times.Unreadable);
        }
    }
}
