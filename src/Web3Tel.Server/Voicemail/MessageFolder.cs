using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>The folder that the switch records to, as far as voicemail needs it.</summary>
/// <remarks>
/// FreeSWITCH's <c>record</c> makes no folders, and ends the call when there is none; so they are made here, with the rights of the recordings
/// folder itself, since FreeSWITCH may run as another user.
/// </remarks>
sealed class MessageFolder(string root, ILogger logger)
{
    /// <summary>Makes the folder of a file; false when that cannot be.</summary>
    /// <param name="file">Path under the recordings folder.</param>
    public bool MakeRoom(string file)
    {
        try
        {
            Make(Path.GetDirectoryName(PathOf(file))!);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NoRoomForMessages(logger, root, e);
            return false;
        }
    }

    /// <summary>The whole path of a file.</summary>
    /// <exception cref="ArgumentException">It lies elsewhere.</exception>
    public string PathOf(string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        return path.StartsWith(Path.Combine(Path.GetFullPath(root), MessageFile.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"{file} is no file of voicemail.", nameof(file));
    }

    public FileInfo Of(VoiceMessage message) => new(PathOf(message.File));

    /// <summary>Files recorded on that day or later.</summary>
    /// <returns>Paths under the recordings folder.</returns>
    public IReadOnlyList<string> FilesSince(DateOnly day)
    {
        var folder = Path.Combine(root, MessageFile.Folder);
        return !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => path.Split('/') is [_, var year, var month, var date, _]
                && DateOnly.TryParseExact($"{year}-{month}-{date}", "yyyy-MM-dd", out var recorded) && recorded >= day)];
    }

    /// <summary>What the switch recorded by itself.</summary>
    public IReadOnlyList<FileInfo> OfRecorder()
    {
        var folder = new DirectoryInfo(Path.Combine(root, RecorderFile.Folder));
        return folder.Exists ? folder.GetFiles("*.wav") : [];
    }

    /// <summary>Makes a file that lies elsewhere the one of a message; false when that cannot be.</summary>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public bool Take(FileInfo file, VoiceMessage message)
    {
        if (!MakeRoom(message.File))
        {
            return false;
        }

        file.MoveTo(PathOf(message.File), overwrite: true);
        return true;
    }

    static void Make(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Make(Path.GetDirectoryName(folder)!);
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows() && Path.GetDirectoryName(folder) is { } parent)
            {
                File.SetUnixFileMode(folder, File.GetUnixFileMode(parent));
            }
        }
    }
}
