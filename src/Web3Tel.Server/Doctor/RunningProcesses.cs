using System.Globalization;

namespace Web3Tel.Server.Doctor;

/// <summary>What Linux tells of running processes; nothing where there is no such folder, or the process is somebody else's.</summary>
/// <param name="folder">As a rule <c>/proc</c>.</param>
sealed class RunningProcesses(string folder)
{
    public const string Self = "self";

    const string LimitLine = "Max open files";

    /// <summary>How many files and sockets a process may have open; null when it is not told.</summary>
    public int? MostOpenFiles(string process) => Lines(process, "limits")
        .Where(line => line.StartsWith(LimitLine, StringComparison.Ordinal))
        .Select(line => line[LimitLine.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
        .Select(soft => soft == "unlimited" ? int.MaxValue : int.Parse(soft, CultureInfo.InvariantCulture))
        .Cast<int?>()
        .FirstOrDefault();

    /// <summary>The process that has a file open.</summary>
    public string? HolderOf(string path) => All().FirstOrDefault(process => OpenFiles(process).Contains(path, StringComparer.Ordinal));

    /// <summary>The process whose number a file has; null when we may not read it.</summary>
    public static string? WrittenIn(string path) => Read(() => [File.ReadAllText(path).Trim('\0', ' ', '\n')]).FirstOrDefault();

    /// <summary>Whether a process is that program.</summary>
    public bool Runs(string process, string program) => Lines(process, "comm").FirstOrDefault() == program;

    /// <summary>The only process that is that program; null when there is none, or more than one.</summary>
    public string? Only(string program) => All().Where(process => Runs(process, program)).Take(2).ToArray() is [var only] ? only : null;

    IEnumerable<string> All() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit))
        : [];

    string[] OpenFiles(string process) => Read(
        () => [.. Directory.EnumerateFileSystemEntries(Path.Combine(folder, process, "fd")).Select(link => new FileInfo(link).LinkTarget).OfType<string>()]);

    string[] Lines(string process, string file) => Read(() => File.ReadAllLines(Path.Combine(folder, process, file)));

    /// <summary>Processes end while they are looked at, and some are none of our business.</summary>
    static string[] Read(Func<string[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
