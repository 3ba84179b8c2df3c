using System.Reactive.Linq;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Reports;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Reports;

/// <summary>
/// Reads the journal behind the call center and puts what is counted into the store, piece by piece. Only what is safely on the disk is read,
/// and the facts and how far they go are written together: whenever the service dies, nothing is missing and nothing is counted twice.
/// Used by one at a time.
/// </summary>
/// <param name="present">The call center now: where to go on after a hole in the journal when no state was kept.</param>
/// <param name="logger">Told of a long count, and of holes.</param>
/// <param name="atOnce">So many entries are counted and written together.</param>
sealed class FactKeeping(JournalStore journal, PastStates past, ReportStore store, Func<CallCenter> present, ILogger logger, int atOnce = 2_000)
{
    FactReader? reader;
    ReportMark mark = new(null, null);

    /// <summary>Whether the journal is in the facts up to this entry.</summary>
    public bool Has(long entry) => reader?.State.Number >= entry;

    /// <summary>How far the facts go.</summary>
    public ReportMark Mark => mark;

    /// <summary>Counts the next piece of the journal; false when there is none before the goal.</summary>
    /// <param name="goal">The last entry that is wanted; null for all there are.</param>
    /// <exception cref="IOException">The disk does not let us; to be tried again.</exception>
    /// <exception cref="InvalidDataException">The journal is of a newer version, or damaged.</exception>
    public async Task<bool> CountMore(long? goal = null)
    {
        try
        {
            reader ??= await Begin().ConfigureAwait(false);
            return (goal ?? journal.Last) > reader.State.Number && await Count(reader).ConfigureAwait(false);
        }
        catch
        {
            // What has become of the last change only the store can tell.
            reader = null;
            throw;
        }
    }

    /// <summary>Adds what operators have been doing since the last entry that was counted.</summary>
    public void Foresee(Report report, DateTimeOffset now)
    {
        if (reader is { State.Number: > 0 } current)
        {
            report.Add(current.Foresee(now));
        }
    }

    async Task<bool> Count(FactReader from)
    {
        var last = journal.Last;
        var entries = await journal.Read(from.State.Number + 1, atOnce).ConfigureAwait(false);
        if (entries is not [var first, ..])
        {
            return false;
        }

        var current = first.Number == from.State.Number + 1 ? from : await Skip(first.Number - 1, first.Event.At).ConfigureAwait(false);
        // More may come than was asked for: what was written together is read together.
        foreach (var moment in Replay.Moments(current.State, entries.Where(entry => entry.Number <= last).Take(atOnce)))
        {
            current.Read(moment);
        }

        var facts = current.Take();
        await store.Change(new ReportChange(mark.Through, facts, mark with { Bookmark = current.Bookmark })).ConfigureAwait(false);
        mark = await store.Mark().ConfigureAwait(false);
        reader = mark.Through == current.State.Number ? current : null;
        return true;
    }

    async Task<FactReader> Begin()
    {
        mark = await store.Mark().ConfigureAwait(false);
        if (mark.Bookmark is not { } bookmark)
        {
            Log.ReportsBegun(logger, journal.Last);
            return new FactReader(CallCenter.Empty, DateTimeOffset.MinValue);
        }

        var state = past.UpTo(bookmark.Through, bookmark.At) ?? CallCenter.Empty;
        while (state.Number < bookmark.Through
            && await journal.Read(state.Number + 1, atOnce).ConfigureAwait(false) is [var first, ..] entries && first.Number == state.Number + 1)
        {
            state = entries.TakeWhile(entry => entry.Number <= bookmark.Through).Aggregate(state, (current, entry) => Engine.Step(current, entry.Event).Next);
        }

        return state.Number == bookmark.Through ? new FactReader(state, bookmark) : await Skip(bookmark.Through, bookmark.At).ConfigureAwait(false);
    }

    /// <summary>The way from the entries counted to the next ones is lost: on from the nearest state that was kept behind the hole.</summary>
    /// <param name="number">The last entry that is missing.</param>
    /// <param name="at">From when on things are counted again.</param>
    async Task<FactReader> Skip(long number, DateTimeOffset at)
    {
        var state = past.From(number) ?? present();
        await journal.Durable.FirstAsync(durable => durable >= state.Number);
        mark = mark with { WholeFrom = at };
        Log.ReportsGap(logger, mark.Through + 1, state.Number);
        return new FactReader(state, at);
    }
}
