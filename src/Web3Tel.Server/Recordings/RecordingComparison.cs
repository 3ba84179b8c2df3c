using System.Reactive.Linq;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Recordings;

/// <summary>Compares the index with the files, both ways.</summary>
sealed class RecordingComparison(
    CallCenterService center, RecordingStore store, RecordingFolder folder, RecordingHistory history, RecordingTimes times, TimeProvider time, ILogger logger)
{
    /// <summary>Repairs what can be repaired, and tells the rest.</summary>
    public async Task<ComparisonReport> Run(CancellationToken cancellation)
    {
        var report = new ComparisonReport(time.GetUtcNow(), null, 0, 0, new PathList(), new PathList(), new PathList(), new PathList());
        if (!folder.IsThere)
        {
            report = report with { Trouble = "The recordings folder is not there (Web3Tel:Recordings). Nothing was compared, and nothing is taken for lost." };
        }
        else
        {
            var known = new HashSet<UInt128>();
            await foreach (var recording in store.All().WithCancellation(cancellation).ConfigureAwait(false))
            {
                known.Add(RecordingKey.Of(recording.Path));
                Compare(recording, report);
            }

            var (files, unknown) = (0, new List<string>());
            foreach (var (path, _) in folder.All())
            {
                cancellation.ThrowIfCancellationRequested();
                files++;
                if (!known.Contains(RecordingKey.Of(path)))
                {
                    unknown.Add(path);
                }
            }

            report = report with { Recordings = known.Count, Files = files };
            await Repair(unknown, report, cancellation).ConfigureAwait(false);
        }

        Tell(report);
        return report;
    }

    /// <summary>From a recording to its file.</summary>
    void Compare(Recording recording, ComparisonReport report)
    {
        switch (recording.File, folder.Look(recording.Path))
        {
            case (FileState.Missing, not null):
                var back = recording.Sha256.Length > 0 ? FileState.Finished : FileState.Unfinished;
                store.Change(new RecordingChange.Look(recording.Id, back, recording.Size, recording.Sha256));
                report.Repaired.Add(recording.Path);
                break;
            case (FileState.Finished, { } file) when file.Size != recording.Size:
                report.Changed.Add(recording.Path);
                break;
            case (FileState.Unfinished, null) when time.GetUtcNow() - recording.End < times.Missing:
                // It may still come.
                break;
            case (_, null):
                // Size and sum stay: if the file comes back they tell whether it is the same.
                store.Change(new RecordingChange.Look(recording.Id, FileState.Missing, recording.Size, recording.Sha256));
                report.Missing.Add(recording.Path);
                break;
        }
    }

    /// <summary>From files to their recordings.</summary>
    async Task Repair(List<string> unknown, ComparisonReport report, CancellationToken cancellation)
    {
        // In this order: a conversation that is no longer live has been put into the index before.
        var live = await Live();
        foreach (var day in unknown.Where(path => !live.Contains(path)).Select(path => path[..10]).Distinct().Order(StringComparer.Ordinal))
        {
            await history.Bring(day, cancellation).ConfigureAwait(false);
        }

        await store.Flush().ConfigureAwait(false);
        var orphans = unknown.Where(path => !live.Contains(path)).ToHashSet(StringComparer.Ordinal);
        if (orphans.Count == 0)
        {
            return;
        }

        await foreach (var recording in store.All().WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (orphans.Remove(recording.Path))
            {
                report.Repaired.Add(recording.Path);
            }
        }

        foreach (var path in orphans.Order(StringComparer.Ordinal))
        {
            report.Orphans.Add(path);
        }
    }

    /// <summary>What is being recorded at this moment.</summary>
    async Task<HashSet<string>> Live()
    {
        // After a step with all it gave out: what it ended is on its way into the index.
        var state = await center.States.FirstAsync();
        return
        [
            .. state.Offers.Values.Select(offer => offer.Recording)
                .Concat(state.Guests.Values.SelectMany(guest => new[] { guest.Recording, guest.Consultation?.Recording }))
                .Concat(state.Callers.Values.Select(caller => caller.Recording))
                .Concat(state.OutgoingCalls.Values.Select(call => call.Recording))
                .OfType<string>(),
        ];
    }

    void Tell(ComparisonReport report)
    {
        if (report.Trouble is not null)
        {
            Log.RecordingsNotCompared(logger, report.Trouble);
        }
        else if (report.Orphans.Count + report.Missing.Count + report.Changed.Count > 0)
        {
            Log.RecordingsDiffer(logger, report.Recordings, report.Files, report.Repaired.Count, report.Orphans.Count, report.Missing.Count, report.Changed.Count);
        }
        else
        {
            Log.RecordingsAgree(logger, report.Recordings, report.Files, report.Repaired.Count);
        }
    }
}
