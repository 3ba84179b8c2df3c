using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Commands;

/// <summary>A copy of the data folder's databases to read from, gone when disposed of: the originals may be in use by the service, and opening them writes.</summary>
sealed class DataCopy : IDisposable
{
    readonly string copy = Directory.CreateTempSubdirectory("web3tel-").FullName;

    /// <param name="data">The data folder.</param>
    /// <param name="fromMonth">The first month of the journal that matters, as <c>2026-11</c>.</param>
    public DataCopy(string data, string fromMonth)
    {
        Directory.CreateDirectory(Path.Combine(copy, "journal"));
        Journal = [.. Months(data).Where(month => string.CompareOrdinal(Path.GetFileNameWithoutExtension(month), fromMonth) >= 0).Select(month => Copy(month, "journal"))];
        var history = Path.Combine(data, "history.db");
        History = File.Exists(history) ? Copy(history, "") : null;
    }

    /// <summary>The copied months, oldest first.</summary>
    public IReadOnlyList<string> Journal { get; }

    public string? History { get; }

    /// <summary>The journal's files in a data folder, oldest first.</summary>
    public static IEnumerable<string> Months(string data)
    {
        var folder = Path.Combine(data, "journal");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "????-??.db").Order(StringComparer.Ordinal) : [];
    }

    public void Dispose() => Directory.Delete(copy, recursive: true);

    string Copy(string path, string folder)
    {
        var to = Path.Combine(copy, folder, Path.GetFileName(path));
        File.Copy(path, to);
        var log = DatabaseFile.LogOf(path);
        if (File.Exists(log))
        {
            File.Copy(log, DatabaseFile.LogOf(to));
        }

        return to;
    }
}
