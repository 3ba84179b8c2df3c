using System.Globalization;

namespace Web3Tel.Server.Storage;

/// <summary>Damaged files, as opposed to a disk that is full or gone: the file is kept aside and another one made.</summary>
static class Damage
{
    /// <summary>Whether the disk is to blame and the file itself may be whole. Trying again later is the answer.</summary>
    public static bool IsTroubleOfTheDisk(Exception e) => e is (IOException and not EndOfStreamException) or UnauthorizedAccessException;

    /// <summary>Moves a database with its log (a log left behind would replace the data of the next file of that name).</summary>
    /// <returns>The new path.</returns>
    public static string PutAside(string path, DateTimeOffset at)
    {
        var aside = FreeName(path, at);
        File.Move(path, aside);
        if (File.Exists(DatabaseFile.LogOf(path)))
        {
            File.Move(DatabaseFile.LogOf(path), DatabaseFile.LogOf(aside));
        }

        return aside;
    }

    static string FreeName(string path, DateTimeOffset at)
    {
        var stem = $"{path}.damaged-{at.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        return Enumerable.Range(1, int.MaxValue).Select(n => $"{stem}-{n}").First(name => !File.Exists(name));
    }
}
