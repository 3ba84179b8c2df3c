using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Storage;

/// <summary>What the call center was when the service last ran: the state file, and what the journal has since. Fills up the history on the way.</summary>
sealed class Recovery(StateFile states, JournalStore journal, HistoryStore history, RecordingStore recordings, ILogger logger)
{
    /// <summary>Returns the state as of the last entry on the disk; by then the history is whole up to it.</summary>
    /// <exception cref="InvalidDataException">The journal was written by a newer version of the service.</exception>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task<CallCenter> Restore()
    {
        var saved = states.Read() ?? CallCenter.Empty;
        recordings.Change(new RecordingChange.Expect(saved.Number));
        var through = await history.Through().ConfigureAwait(false);
        if (through < saved.Number)
        {
            Log.HistoryIncomplete(logger, through, saved.Number);
        }

        var state = through < saved.Number ? CallCenter.Empty : saved;
        var replayed = 0L;
        while (await journal.Read(state.Number + 1).ConfigureAwait(false) is { Count: > 0 } entries)
        {
            state = entries.Aggregate(state, (current, entry) => Next(current, entry, saved));
            replayed += entries.Count;
        }

        if (saved.Number > state.Number)
        {
            Log.JournalEndsEarly(logger, state.Number, saved.Number);
            state = saved;
        }

        recordings.Change(new RecordingChange.Through(state.Number));
        history.Mark(state.Number);
        await history.Flush().ConfigureAwait(false);
        Log.Restored(logger, state.Number, replayed, state.Callers.Count);
        return state;
    }

    CallCenter Next(CallCenter state, JournalEntry entry, CallCenter saved)
    {
        if (entry.Version > JournalEntry.CurrentVersion)
        {
            throw new InvalidDataException(
                $"The journal was written by a newer version of the service (entry {entry.Number} has version {entry.Version}, we know {JournalEntry.CurrentVersion}). Start that version.");
        }

        if (entry.Number != state.Number + 1)
        {
            Log.JournalGap(logger, state.Number + 1, entry.Number - 1);
            state = saved.Number == entry.Number - 1 ? saved : state with { Number = entry.Number - 1 };
        }

        var (next, effects) = Engine.Step(state, entry.Event);
        foreach (var archive in effects.OfType<Effect.Archive>())
        {
            history.Put(archive.Entry);
            recordings.Put(archive.Entry);
        }

        foreach (var audit in effects.OfType<Effect.Audit>())
        {
            history.Put(audit.Record);
        }

        // After a gap the replay knows less than the state file does.
        return next.Number == saved.Number ? saved : next;
    }
}
