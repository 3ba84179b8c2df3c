using System.Runtime.InteropServices;

namespace Web3Tel.Reports;

/// <summary>What was counted of a queue, an operator or a line. Two of them can be added.</summary>
public sealed class Tally
{
    public Dictionary<Measure, long> Counts { get; init; } = [];

    /// <summary>Calls answered by the seconds waited, a second begun being a whole one: so any limit of whole seconds can be asked for later.</summary>
    public Dictionary<int, long> AnsweredAfter { get; init; } = [];

    /// <summary>The same of calls abandoned.</summary>
    public Dictionary<int, long> AbandonedAfter { get; init; } = [];

    /// <summary>Ticks of break by the reason's id.</summary>
    public Dictionary<string, long> Breaks { get; init; } = [];

    /// <summary>Conversations by the result that was given, by its id.</summary>
    public Dictionary<string, long> Results { get; init; } = [];

    internal bool IsEmpty => Counts.Count == 0 && Breaks.Count == 0 && Results.Count == 0;

    public long this[Measure measure] => Counts.GetValueOrDefault(measure);

    public void Count(Measure measure, long n) => Add(Counts, measure, n);

    /// <param name="n">1, or -1 to take one back.</param>
    public void CountAnswered(TimeSpan wait, int n) => Count(Measure.Answered, Measure.AnsweredWait, AnsweredAfter, wait, n);

    /// <inheritdoc cref="CountAnswered"/>
    public void CountAbandoned(TimeSpan wait, int n) => Count(Measure.Abandoned, Measure.AbandonedWait, AbandonedAfter, wait, n);

    public void CountBreak(string reason, long ticks) => Add(Breaks, reason, ticks);

    /// <inheritdoc cref="CountAnswered"/>
    public void CountResult(string result, int n) => Add(Results, result, n);

    public void Add(Tally other)
    {
        Add(Counts, other.Counts);
        Add(AnsweredAfter, other.AnsweredAfter);
        Add(AbandonedAfter, other.AbandonedAfter);
        Add(Breaks, other.Breaks);
        Add(Results, other.Results);
    }

    void Count(Measure calls, Measure waited, Dictionary<int, long> after, TimeSpan wait, int n)
    {
        // A clock that was set back makes no wait negative.
        wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        Count(calls, n);
        Count(waited, n * wait.Ticks);
        Add(after, (int)Math.Ceiling(wait.TotalSeconds), n);
    }

    static void Add<T>(Dictionary<T, long> to, Dictionary<T, long> from)
        where T : notnull
    {
        foreach (var (key, n) in from)
        {
            Add(to, key, n);
        }
    }

    static void Add<T>(Dictionary<T, long> to, T key, long n)
        where T : notnull
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(to, key, out _);
        count += n;
        if (count == 0)
        {
            to.Remove(key);
        }
    }
}
