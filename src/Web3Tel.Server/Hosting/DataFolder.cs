namespace Web3Tel.Server.Hosting;

/// <summary>The folder of all that must outlive the service, held so that a second service does not write into it.</summary>
sealed class DataFolder : IDisposable
{
    readonly FileStream held;

    /// <exception cref="StartException">Another service holds it, or the disk does not let us.</exception>
    public DataFolder(string path)
    {
        Path = path;
        try
        {
            Directory.CreateDirectory(path);
            held = new FileStream(HeldFile(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"The data folder {path} cannot be used: {e.Message} If another Web3Tel runs there, stop it or give this one a folder of its own (Web3Tel:Data).", e);
        }
    }

    public string Path { get; }

    /// <summary>The file that the service has open as long as it runs.</summary>
    public static string HeldFile(string path) => System.IO.Path.Combine(path, "in-use");

    /// <summary>Whether a service runs on that folder.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var look = new FileStream(HeldFile(path), FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => held.Dispose();
}
