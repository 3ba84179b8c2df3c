using System.Globalization;

namespace Web3Tel.Server.Storage;

/// <summary>
/// The journal's files, one a month (<c>2026-11.db</c>), so that old ones can be kept elsewhere or deleted whole. Used by the journal's
/// thread only. A damaged file is put aside with its log and what can be read of it is taken over into a new one.
/// </summary>
sealed class JournalFolder : IDisposable
{
    readonly string folder;
    readonly Func<string, PageFile> open;
    readonly TimeProvider time;
    readonly ILogger logger;
    MonthFile? current;

    /// <param name="folder">Where the files are; made when missing.</param>
    /// <param name="open">Opens a file: a seam for tests of full and broken disks.</param>
    /// <param name="time">Tells the month.</param>
    /// <param name="logger">Told of damage and repair.</param>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public JournalFolder(string folder, Func<string, PageFile> open, TimeProvider time, ILogger logger)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        this.open = open;
        this.time = time;
        this.logger = logger;
        if (Months() is [.., var newest])
        {
            current = OpenOrSalvage(newest);
        }

        Last = Months().Reverse().Select(LastOf).FirstOrDefault(last => last > 0);
    }

    /// <summary>The number of the last entry on the disk, when the folder was opened, or 0 when there was none.</summary>
    public long Last { get; }

    /// <summary>Writes the entries to this month's file and returns when they are on the disk.</summary>
    /// <exception cref="IOException">They are not; call again with the same ones.</exception>
    public void Append(IReadOnlyList<StoredEntry> entries)
    {
        var file = Current();
        try
        {
            file.Append(entries);
            file.Tidy();
        }
        catch (Exception) when (!file.IsUnsettled)
        {
            // LiteDB may have closed its engine: whatever it was, the next attempt opens the file again.
            file.Abandon();
            current = null;
            throw;
        }
    }

    /// <summary>Some entries from the given number on, in order; none when there are none.</summary>
    public IReadOnlyList<StoredEntry> Read(long from, int limit)
    {
        foreach (var month in Months())
        {
            if (With(month, file => file.Last < from ? [] : file.Read(from, limit)) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    public void Dispose() => current?.Dispose();

    string[] Months() => [.. Directory.EnumerateFiles(folder, "????-??.db").Order(StringComparer.Ordinal)];

    long LastOf(string month) => With(month, file => file.Last);

    MonthFile Current()
    {
        var now = Path.Combine(folder, time.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".db");
        if (current is not null && string.CompareOrdinal(now, current.Path) > 0)
        {
            using var done = current;
            current = null;
        }

        // A clock that was set back does not reopen an older month.
        var newest = Months().LastOrDefault();
        return current ??= OpenOrSalvage(string.CompareOrdinal(now, newest) > 0 ? now : newest!);
    }

    T With<T>(string month, Func<MonthFile, T> read)
    {
        if (current?.Path == month)
        {
            return read(current);
        }

        using var file = OpenOrSalvage(month);
        return read(file);
    }

    MonthFile OpenOrSalvage(string path)
    {
        try
        {
            return MonthFile.OpenChecked(path, open);
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            var aside = Damage.PutAside(path, time.GetUtcNow());
            Log.JournalDamaged(logger, path, aside, e);
            return Salvage(aside, path);
        }
    }

    MonthFile Salvage(string from, string to)
    {
        var fresh = new MonthFile(to, open);
        try
        {
            using var damaged = new MonthFile(from, open);
            while (damaged.Read(fresh.Last + 1, limit: 1) is { Count: > 0 } entries)
            {
                fresh.Append(entries);
            }
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            Log.SalvageEnded(logger, from, e.Message);
        }

        Log.Salvaged(logger, to, fresh.First, fresh.Last);
        return fresh;
    }
}
