using System.Globalization;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Commands;

/// <summary>A day of the journal and what was kept beside it, read from a copy. The day is one of UTC.</summary>
sealed class PastData : IDisposable
{
    const int Page = 1_000;

    readonly DataCopy copy;
    readonly PastStates states;
    readonly CallCenter opening;
    readonly HistoryFile? history;

    /// <param name="data">The data folder.</param>
    /// <param name="date">As <c>2026-11-24</c>; null for the last day of the journal.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CommandException">There is no such day, or no journal at all.</exception>
    public PastData(string data, string? date, TimeProvider time)
        : this(data, date is null ? LastDay(data) : Day(date), time)
    {
    }

    /// <param name="data">The data folder.</param>
    /// <param name="from">What came before is read only as far as needed.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CommandException">There is no journal.</exception>
    public PastData(string data, DateTimeOffset from, TimeProvider time)
    {
        RefuseEmpty(data);
        From = from;
        states = new PastStates(new StorageOptions(data, time));
        opening = states.Before(From) ?? CallCenter.Empty;
        copy = new DataCopy(data, states.MonthBefore(From) ?? "");
        history = copy.History is { } path ? new HistoryFile(path, Open) : null;
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To => From.AddDays(1);

    /// <summary>The steps of the day, what came before since the nearest state that was kept, and what came after.</summary>
    /// <exception cref="CommandException">The journal has a hole, or cannot be read.</exception>
    public IEnumerable<Moment> Moments() => Replay.Moments(opening, Entries());

    public HistoryEntry? Find(string call) => history?.Find(call) is { } json ? StoredForm.ReadCall(json) : null;

    /// <summary>States that were kept during the day, by the number of the last entry each contains.</summary>
    public IReadOnlyDictionary<long, CallCenter> SavedStates() => states.Between(From, To).ToDictionary(state => state.Number);

    public void Dispose()
    {
        history?.Dispose();
        copy.Dispose();
    }

    IEnumerable<JournalEntry> Entries()
    {
        var next = opening.Number + 1;
        foreach (var month in copy.Journal)
        {
            using var file = MonthFile.OpenChecked(month, Open);
            while (file.Last >= next && file.Read(next, Page) is { Count: > 0 } entries)
            {
                if (entries[0].Number != next)
                {
                    throw new CommandException(
                        $"The journal begins with entry {entries[0].Number}, and no state was kept before {From:yyyy-MM-dd}: choose a later day.");
                }

                next = entries[^1].Number + 1;
                foreach (var entry in entries)
                {
                    yield return StoredForm.ReadEntry(entry.Json);
                }
            }
        }
    }

    static PageFile Open(string path) => new(path);

    static DateTimeOffset Day(string date) =>
        DateTimeOffset.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day
        : throw new CommandException($"--date is \"{date}\": write it as 2026-11-24.");

    static void RefuseEmpty(string data)
    {
        if (!DataCopy.Months(data).Any())
        {
            throw new CommandException($"There is no journal in {data}: name the data folder with --data.");
        }
    }

    /// <summary>The beginning of the last day of the journal.</summary>
    /// <exception cref="CommandException">There is no journal.</exception>
    public static DateTimeOffset LastDay(string data)
    {
        RefuseEmpty(data);
        using var copy = new DataCopy(data, Path.GetFileNameWithoutExtension(DataCopy.Months(data).Last()));
        using var file = MonthFile.OpenChecked(copy.Journal[^1], Open);
        return file.Read(file.Last, 1) is [var last, ..]
            ? new DateTimeOffset(StoredForm.ReadEntry(last.Json).Event.At.UtcDateTime.Date, TimeSpan.Zero)
            : throw new CommandException($"The journal in {data} is empty.");
    }
}
