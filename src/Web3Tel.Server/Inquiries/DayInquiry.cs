using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Reports;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Web3Tel.WhatIf;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Server.Inquiries;

/// <summary>
/// What if: a day run again with something different, while the service runs. Read from the journal from the nearest state kept before; bounded,
/// and one day at a time: calls come first.
/// </summary>
sealed class DayInquiry(CallCenterService center, ServiceSettings settings, TimeProvider time) : IDisposable
{
    readonly SemaphoreSlim turn = new(1);

    /// <summary>Today, where days are taken.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.TimeZone).DateTime);

    /// <summary>The day as it would have been, or why that cannot be said.</summary>
    /// <param name="day">Where days are taken; today up to now.</param>
    /// <param name="within">Seconds of the service level.</param>
    public async Task<(DayAgain? Again, string? Fault)> Ask(DateOnly day, Proposal proposal, int within, Language language, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Not on the thread of whoever asks: it is seconds of work.
            return await Task.Run(() => Run(day, proposal, within, language, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<(DayAgain? Again, string? Fault)> Run(DateOnly date, Proposal proposal, int within, Language language, CancellationToken cancellation)
    {
        var (from, to) = (Stretches.Midnight(date, settings.TimeZone), Stretches.Midnight(date.AddDays(1), settings.TimeZone));
        var (read, fault) = await Read(from, to, language, cancellation).ConfigureAwait(false);
        if (read is not { } day)
        {
            return (null, fault);
        }

        return Refusal(day, proposal, language) is { } refusal
            ? (null, refusal)
            : (new DayAgain(from, day.To, within, DayReport.Of(day, proposal, TimeSpan.FromSeconds(within))), null);
    }

    async Task<(PastDay? Day, string? Fault)> Read(DateTimeOffset from, DateTimeOffset to, Language language, CancellationToken cancellation)
    {
        var reader = new DayReader(from, to);
        var state = center.Past.Before(from) ?? CallCenter.Empty;
        for (var played = 0; played < Inquiry.MostEntries && !reader.IsOver;)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = await center.Journal.Read(state.Number + 1).ConfigureAwait(false);
            if (entries.Count == 0)
            {
                return reader.Complete() is { Calls.IsEmpty: false } day
                    ? (day, null)
                    : (null, In(language, "Nobody who joined a queue that day is gone yet.", "За этот день ещё никто не прошёл через очередь."));
            }

            if (entries[0].Number != state.Number + 1)
            {
                return (null, In(language, "The journal does not reach back to that day.", "Журнал не достаёт до этого дня."));
            }

            foreach (var moment in Replay.Moments(state, entries))
            {
                state = moment.After;
                reader.Read(moment);
                if (reader.IsOver)
                {
                    break;
                }
            }

            played += entries.Count;
        }

        return reader.IsOver && reader.Complete() is { Calls.IsEmpty: false } past
            ? (past, null)
            : (null, In(
                language,
                $"Too much has happened for an answer on the page: more than {Inquiry.MostEntries} entries of the journal. Ask `web3tel whatif`.",
                $"Событий слишком много для ответа на странице: больше {Inquiry.MostEntries} записей журнала. Спросите командой `web3tel whatif`."));
    }

    static string? Refusal(PastDay day, Proposal proposal, Language language) =>
        proposal.Staff.FirstOrDefault(change => -change.By >= change.Serving(day.Configuration).Count()) is { By: < 0 } nobody
            ? In(language, $"{nobody.By} leaves nobody: that day had {nobody.Serving(day.Configuration).Count()} operators there.", $"При {nobody.By} никого не останется: операторов там было {nobody.Serving(day.Configuration).Count()}.")
            : proposal.Problems(day.Configuration).FirstOrDefault();
}
