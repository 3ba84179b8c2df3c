using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.Journal;
using Web3Tel.Server.Hosting;
using Web3Tel.Speech;

namespace Web3Tel.Server.Inquiries;

/// <summary>Answers why, by playing the journal again from the nearest state kept before. Bounded, and one question at a time: calls come first.</summary>
sealed class Inquiry(CallCenterService center, TimeProvider time) : IDisposable
{
    /// <summary>So much of the journal is played for one answer: some seconds of work.</summary>
    public const int MostEntries = 200_000;

    readonly SemaphoreSlim turn = new(1);

    /// <summary>Null for a call that is neither here nor in the history.</summary>
    public async Task<CallAnswer?> OfCall(string id, Language language, CancellationToken cancellation)
    {
        var state = center.Current;
        var live = state.Callers.Values.FirstOrDefault(caller => caller.Call.Id == id);
        var ended = live is null ? await center.History.Find(id).ConfigureAwait(false) : null;
        if ((live?.Journey ?? ended?.Journey) is not { Count: > 0 } journey)
        {
            return null;
        }

        var call = live?.Call ?? new CallRef(ended!.Node, id);
        var (steps, complete) = await Played(
            journey[0].At, live is null ? journey[^1].At : DateTimeOffset.MaxValue, moment => moment.Of(call), cancellation).ConfigureAwait(false);
        var waiting = StillWaiting.Of(state, call, time.GetUtcNow());
        return new CallAnswer(id, waiting is null ? null : Words.In(language).Say(waiting), waiting, Lines(steps, language), complete);
    }

    /// <summary>Null for an operator nobody knows.</summary>
    public async Task<OperatorAnswer?> OfOperator(string id, int hours, int limit, Language language, CancellationToken cancellation)
    {
        if (!center.Current.Agents.ContainsKey(id))
        {
            return null;
        }

        var since = time.GetUtcNow() - TimeSpan.FromHours(hours);
        var (steps, complete) = await Played(since, DateTimeOffset.MaxValue, moment => moment.Of(id), cancellation).ConfigureAwait(false);
        return new OperatorAnswer(id, since, Lines([.. steps.TakeLast(limit)], language), complete && steps.Count <= limit);
    }

    public void Dispose() => turn.Dispose();

    async Task<(List<Explained> Steps, bool Complete)> Played(
        DateTimeOffset from, DateTimeOffset to, Func<Moment, IEnumerable<Explained>> find, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Play(from, to, find, cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<(List<Explained> Steps, bool Complete)> Play(
        DateTimeOffset from, DateTimeOffset to, Func<Moment, IEnumerable<Explained>> find, CancellationToken cancellation)
    {
        var found = new List<Explained>();
        var state = center.Past.Before(from) ?? CallCenter.Empty;
        for (var played = 0; played < MostEntries;)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = await center.Journal.Read(state.Number + 1).ConfigureAwait(false);
            if (entries.Count == 0)
            {
                return (found, true);
            }

            if (entries[0].Number != state.Number + 1)
            {
                return (found, false);
            }

            foreach (var moment in Replay.Moments(state, entries))
            {
                state = moment.After;
                if (moment.At > to)
                {
                    return (found, true);
                }

                if (moment.At >= from)
                {
                    found.AddRange(find(moment));
                }
            }

            played += entries.Count;
        }

        return (found, false);
    }

    static IReadOnlyList<AnswerLine> Lines(IReadOnlyList<Explained> steps, Language language) =>
        [.. steps.Select(step => new AnswerLine(step.Entry, step.At, Words.In(language).Say(step), step.What, step.Configuration))];
}
