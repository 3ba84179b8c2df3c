using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Journal;

/// <summary>The journal played through the engine again: the same events give the same state.</summary>
public static class Replay
{
    /// <summary>The state after the last entry.</summary>
    /// <param name="snapshot">Where to begin; null for the beginning.</param>
    /// <param name="entries">In order; those the snapshot contains already are passed over.</param>
    /// <exception cref="InvalidDataException">An entry is missing, or of a version this program does not know.</exception>
    public static CallCenter State(Snapshot? snapshot, IEnumerable<JournalEntry> entries)
    {
        var state = Begin(snapshot);
        foreach (var entry in entries)
        {
            state = Next(state, entry).Next;
        }

        return state;
    }

    /// <summary>What the history was given, in order; a later entry with the same id replaces the earlier.</summary>
    /// <inheritdoc cref="State"/>
    public static IEnumerable<HistoryEntry> Archived(Snapshot? snapshot, IEnumerable<JournalEntry> entries)
    {
        var state = Begin(snapshot);
        foreach (var entry in entries)
        {
            (state, var effects) = Next(state, entry);
            foreach (var archive in effects.OfType<Effect.Archive>())
            {
                yield return archive.Entry;
            }
        }
    }

    /// <summary>Each step, with what was before and what came of it.</summary>
    /// <param name="state">Where to begin.</param>
    /// <inheritdoc cref="State"/>
    public static IEnumerable<Moment> Moments(CallCenter state, IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Number > state.Number)
            {
                RefuseWrong(state, entry);
                var moment = Moment.Of(state, entry.Event);
                yield return moment;
                state = moment.After;
            }
        }
    }

    static CallCenter Begin(Snapshot? snapshot)
    {
        if (snapshot is null)
        {
            return CallCenter.Empty;
        }

        RefuseUnknown(snapshot.Version, $"The snapshot at entry {snapshot.Number}");
        return snapshot.Restore();
    }

    static (CallCenter Next, ImmutableArray<Effect> Effects) Next(CallCenter state, JournalEntry entry)
    {
        if (entry.Number <= state.Number)
        {
            return (state, []);
        }

        RefuseWrong(state, entry);
        return Engine.Step(state, entry.Event);
    }

    static void RefuseWrong(CallCenter state, JournalEntry entry)
    {
        RefuseUnknown(entry.Version, $"Journal entry {entry.Number}");
        if (entry.Number != state.Number + 1)
        {
            throw new InvalidDataException($"Journal entry {state.Number + 1} is missing: {entry.Number} was found in its place.");
        }
    }

    static void RefuseUnknown(int version, string what)
    {
        if (version != JournalEntry.CurrentVersion)
        {
            throw new InvalidDataException(
                $"{what} has version {version}, but this program knows version {JournalEntry.CurrentVersion}: use the program that wrote it, or a newer one.");
        }
    }
}
