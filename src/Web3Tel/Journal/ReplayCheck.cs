using System.Text.Json;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Journal;

/// <summary>
/// Whether a replay decides as was decided then: every call of the history is compared step by step with what the replay makes of it,
/// and every state that was saved then with the state the replay has at that entry.
/// </summary>
/// <param name="recorded">The history's entry of a call, or null.</param>
/// <param name="saved">States saved then, by the number of the last entry they contain.</param>
public sealed class ReplayCheck(Func<string, HistoryEntry?> recorded, IReadOnlyDictionary<long, CallCenter> saved)
{
    readonly Dictionary<string, HistoryEntry> _replayed = new(StringComparer.Ordinal);
    string? _difference;

    public long Events { get; private set; }

    /// <summary>Phones rung by the replay.</summary>
    public long Offers { get; private set; }

    /// <summary>Saved states compared.</summary>
    public int States { get; private set; }

    public int DifferentStates { get; private set; }

    public void Read(Moment moment)
    {
        Events++;
        Offers += moment.Effects.Count(effect => effect is Effect.Ring);
        foreach (var archive in moment.Effects.OfType<Effect.Archive>())
        {
            _replayed[archive.Entry.Id] = archive.Entry;
        }

        if (saved.TryGetValue(moment.After.Number, out var then))
        {
            Compare(then, moment.After, moment.At);
        }
    }

    public ReplayResult Complete()
    {
        var (calls, different, unknown) = (0, 0, 0);
        foreach (var replayed in _replayed.Values)
        {
            if (recorded(replayed.Id) is not { } then)
            {
                unknown++;
                continue;
            }

            calls++;
            if (Json(then) != Json(replayed))
            {
                different++;
                _difference ??= Difference(then, replayed);
            }
        }

        return new ReplayResult(Events, Offers, calls, different, unknown, States, DifferentStates, _difference);
    }

    void Compare(CallCenter then, CallCenter now, DateTimeOffset at)
    {
        States++;
        if (Json(then) != Json(now))
        {
            DifferentStates++;
            _difference ??= $"The state saved at entry {now.Number} ({at:u}) is not the one the replay comes to.";
        }
    }

    static string Difference(HistoryEntry then, HistoryEntry now)
    {
        var steps = then.Journey.Zip(now.Journey).FirstOrDefault(pair => pair.First != pair.Second);
        return steps is ({ } was, { } becomes)
            ? $"Call {then.Id}: then {Said(was)}, now {Said(becomes)}."
            : then.Journey.Count != now.Journey.Count
                ? $"Call {then.Id}: {then.Journey.Count} steps then, {now.Journey.Count} now."
                : $"Call {then.Id}: the same steps, but other particulars: {Json(then)} then, {Json(now)} now.";
    }

    static string Said(JourneyStep step) => $"{step.What} {step.Agent} {step.Detail}".Trim().Replace("  ", " ", StringComparison.Ordinal) + $" at {step.At:u}";

    static string Json(CallCenter state) => JsonSerializer.Serialize(Snapshot.Of(state), JournalJson.Default.Snapshot);

    static string Json(HistoryEntry entry) => JsonSerializer.Serialize(entry, JournalJson.Default.HistoryEntry);
}
