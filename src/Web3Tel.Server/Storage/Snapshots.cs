using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Distribution;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Storage;

/// <summary>Writes the state file from time to time, never before the journal, the history and the index of recordings have all that led to the state.</summary>
sealed class Snapshots(StateFile states, PastStates past, JournalStore journal, HistoryStore history, RecordingStore recordings, ILogger logger)
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    long written;

    /// <summary>Subscribe to have it done. The values are the numbers of the entries the state was written after.</summary>
    /// <param name="states">The call center after each event, with all effects of the event given out.</param>
    /// <param name="scheduler">Tells when.</param>
    public IObservable<long> Keep(IObservable<CallCenter> states, IScheduler scheduler) => states
        .Sample(Every, scheduler)
        .DistinctUntilChanged(state => state.Number)
        .Select(state => Observable.FromAsync(() => TryWrite(state)))
        .Concat();

    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task Write(CallCenter state)
    {
        history.Mark(state.Number);
        recordings.Change(new RecordingChange.Through(state.Number));
        await history.Flush().ConfigureAwait(false);
        await recordings.Flush().ConfigureAwait(false);
        await journal.Durable.FirstAsync(number => number >= state.Number);
        lock (gate)
        {
            if (state.Number > written)
            {
                states.Write(state);
                written = state.Number;
                past.Keep(state);
            }
        }
    }

    /// <summary>Whatever goes wrong, there is a next time.</summary>
    async Task<long> TryWrite(CallCenter state)
    {
        try
        {
            await Write(state).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.StateNotWritten(logger, e);
        }

        return state.Number;
    }
}
