using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Versions;

/// <summary>The versions of a data folder that a service may be using, for who looks from outside, or before it is in use.</summary>
static class VersionsOnDisk
{
    public static bool Are(string data) => File.Exists(PathOf(data));

    /// <summary>All that can be read of them; none where there are none.</summary>
    public static IReadOnlyList<DocumentVersion> Read(string data)
    {
        var path = PathOf(data);
        if (!File.Exists(path))
        {
            return [];
        }

        DirectoryInfo? copy = null;
        try
        {
            // Opening writes, and the original may be in use.
            copy = Directory.CreateTempSubdirectory("web3tel-");
            var to = Path.Combine(copy.FullName, Path.GetFileName(path));
            File.Copy(path, to);
            if (File.Exists(DatabaseFile.LogOf(path)))
            {
                File.Copy(DatabaseFile.LogOf(path), DatabaseFile.LogOf(to));
            }

            return VersionFile.Salvage(to, name => new PageFile(name), _ => { });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
        finally
        {
            copy?.Delete(recursive: true);
        }
    }

    static string PathOf(string data) => Path.Combine(data, "versions.db");
}
