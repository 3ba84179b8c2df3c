using System.Globalization;
using Web3Tel.Distribution;

namespace Web3Tel.Server.Storage;

/// <summary>
/// The call center's states of the past, the first of each hour, in <c>states/</c>: a question about the past replays the journal from the
/// nearest one before, and not from the journal's beginning. May be deleted; then such questions take longer.
/// </summary>
sealed class PastStates(StorageOptions options)
{
    const string Form = "yyyy-MM-dd'T'HH-mm-ss";
    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    readonly string folder = Path.Combine(options.Folder, "states");
    string? newest;

    /// <summary>Keeps the state, if it is the first of the hour.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public void Keep(CallCenter state)
    {
        var now = options.Time.GetUtcNow();
        var name = Name(now);
        newest ??= Names().LastOrDefault() ?? "";
        if (newest.StartsWith(name[..13], StringComparison.Ordinal))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var path = PathOf(name);
        File.WriteAllText($"{path}.new", StoredForm.Write(state));
        File.Move($"{path}.new", path, overwrite: true);
        newest = name;
        foreach (var old in Names().Where(old => string.CompareOrdinal(old, Name(now - Kept)) < 0))
        {
            File.Delete(PathOf(old));
        }
    }

    /// <summary>The newest state that was kept up to that time, or null when there is none.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public CallCenter? Before(DateTimeOffset at) => NameBefore(at) is { } name ? Read(name) : null;

    /// <summary>The month (<c>2026-11</c>) of the newest state that was kept up to that time: what came after it is in the journal of that month or a later one.</summary>
    public string? MonthBefore(DateTimeOffset at) => NameBefore(at)?[..7];

    /// <summary>The newest state that has no entry of the journal after that one, or null.</summary>
    /// <param name="at">When that entry happened: states of later are not looked at.</param>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public CallCenter? UpTo(long number, DateTimeOffset at) => Names().Reverse().Where(name => string.CompareOrdinal(name, Name(at)) <= 0)
        .Select(Read).FirstOrDefault(state => state.Number <= number);

    /// <summary>The oldest state that has that entry of the journal, or null.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public CallCenter? From(long number) => Names().Select(Read).FirstOrDefault(state => state.Number >= number);

    /// <summary>Those kept from one time to another.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public IEnumerable<CallCenter> Between(DateTimeOffset from, DateTimeOffset to) => Names()
        .Where(name => string.CompareOrdinal(name, Name(from)) >= 0 && string.CompareOrdinal(name, Name(to)) < 0)
        .Select(Read);

    string? NameBefore(DateTimeOffset at) => Names().LastOrDefault(name => string.CompareOrdinal(name, Name(at)) <= 0);

    CallCenter Read(string name) => StoredForm.ReadState(File.ReadAllText(PathOf(name)));

    string PathOf(string name) => Path.Combine(folder, $"{name}.json");

    IEnumerable<string> Names() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
        : [];

    static string Name(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
}
