using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// The files that the switch records conversations to: a folder a day (<c>2026/11/24</c>). Whatever else lies under the recordings folder,
/// such as voicemail, is somebody else's.
/// </summary>
/// <param name="root">The recordings folder. The switch must see the same one by the same name.</param>
sealed partial class RecordingFolder(string root)
{
    readonly string root = Path.GetFullPath(root);

    /// <summary>A folder that is not there says nothing of its files: its disk may be away.</summary>
    public bool IsThere => Directory.Exists(root);

    /// <summary>Where a recording is; null for a path that is none of a recording's.</summary>
    public string? Find(string path) => OfRecording().IsMatch(path) ? Path.Combine(root, path) : null;

    /// <summary>Null when there is no such file.</summary>
    public FileFacts? Look(string path) =>
        Find(path) is { } full && new FileInfo(full) is { Exists: true } file ? new FileFacts(file.Length, file.LastWriteTimeUtc) : null;

    /// <summary>SHA-256, in small hexadecimal letters.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<string> Sum(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Find(path) ?? throw new FileNotFoundException("It is no path of a recording.", path));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
    }

    /// <exception cref="IOException">It cannot be deleted.</exception>
    public void Delete(string path)
    {
        if (Look(path) is not null)
        {
            File.Delete(Find(path)!);
        }
    }

    /// <summary>All recordings, as paths under the folder with their sizes.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public IEnumerable<(string Path, long Size)> All() =>
        from year in Folders("", "????")
        from month in Folders(year, "??")
        from day in Folders(month, "??")
        from file in new DirectoryInfo(Path.Combine(root, day)).EnumerateFiles("*.wav")
        let path = $"{day}/{file.Name}"
        where OfRecording().IsMatch(path)
        select (path, file.Length);

    IEnumerable<string> Folders(string parent, string pattern) => Directory.EnumerateDirectories(Path.Combine(root, parent), pattern)
        .Select(folder => Path.GetFileName(folder))
        .Where(name => name.All(char.IsAsciiDigit))
        .Order(StringComparer.Ordinal)
        .Select(name => parent.Length == 0 ? name : $"{parent}/{name}");

    [GeneratedRegex(@"^\d{4}/\d{2}/\d{2}/[A-Za-z0-9_-]+\.wav\z", RegexOptions.CultureInvariant)]
    private static partial Regex OfRecording();
}
