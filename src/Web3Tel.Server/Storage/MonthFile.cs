using LiteDB;

namespace Web3Tel.Server.Storage;

/// <summary>The journal of one month: groups of entries, appended and never changed. Used by the journal's thread only.</summary>
sealed class MonthFile : IDisposable
{
    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> groups;

    /// <summary>Opens the month, or begins it, without looking into it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public MonthFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        groups = file.Collection("journal");
    }

    /// <summary>Opens the month, or begins it, and checks its ends.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    /// <exception cref="InvalidDataException">It is damaged; LiteDB may throw anything else.</exception>
    public static MonthFile OpenChecked(string path, Func<string, PageFile> open)
    {
        var month = new MonthFile(path, open);
        try
        {
            month.First = month.End(Query.Ascending) is [var first, ..] ? first.Number : 0;
            month.Last = month.End(Query.Descending) is [.., var last] ? last.Number : 0;
            return month;
        }
        catch
        {
            month.Abandon();
            throw;
        }
    }

    public string Path => file.Path;

    /// <summary>The number of the first entry, or 0 when there is none.</summary>
    public long First { get; private set; }

    /// <summary>The number of the last entry, or 0 when there is none.</summary>
    public long Last { get; private set; }

    /// <summary>Whether the last append is made and only waits for the disk; otherwise a failed file must be opened again.</summary>
    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Writes the entries and returns when they are on the disk. What was written before is not written again.</summary>
    /// <exception cref="IOException">They are not on the disk.</exception>
    public void Append(IEnumerable<StoredEntry> entries)
    {
        file.Settle();
        var fresh = entries.SkipWhile(entry => entry.Number <= Last).ToArray();
        if (fresh.Length == 0)
        {
            return;
        }

        file.Commit(() => groups.Insert(JournalGroup.Split(fresh).Select(JournalGroup.Write)));
        First = First == 0 ? fresh[0].Number : First;
        Last = fresh[^1].Number;
        file.Settle();
    }

    /// <summary>At least one entry, and about <paramref name="limit"/> at most, from the given number on; empty when there are none.</summary>
    /// <exception cref="InvalidDataException">A group is damaged.</exception>
    public IReadOnlyList<StoredEntry> Read(long from, int limit)
    {
        var found = new List<StoredEntry>();
        foreach (var group in groups.Query().Where("_id BETWEEN @0 AND @1", Floor(from), long.MaxValue).ToEnumerable())
        {
            found.AddRange(JournalGroup.Read(group).Where(entry => entry.Number >= from));
            if (found.Count >= limit)
            {
                break;
            }
        }

        return found;
    }

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    /// <summary>The first number of the group that holds the entry.</summary>
    long Floor(long number) =>
        groups.Query().Where("_id <= @0", number).OrderByDescending("_id").Select("_id").FirstOrDefault()?["_id"].AsInt64 ?? number;

    IReadOnlyList<StoredEntry>? End(int order) =>
        groups.Query().OrderBy("_id", order).FirstOrDefault() is { } group ? JournalGroup.Read(group) : null;
}
