namespace Web3Tel.Server.Doctor;

/// <summary>Looks at folders and leaves them as they were.</summary>
static class Folders
{
    /// <summary>The folder, or the nearest above it that exists.</summary>
    public static string NearestTo(string folder) => Directory.Exists(folder) ? folder : NearestTo(Path.GetDirectoryName(folder) ?? "/");

    /// <summary>Why we cannot write there; null when we can. A folder that is missing yet is judged by the nearest above it.</summary>
    public static string? WhyNotWritable(string folder)
    {
        try
        {
            var place = NearestTo(folder);
            if (place != folder && (File.Exists(folder) || AnyFileIn(folder)))
            {
                return "there is a file in the place of the folder.";
            }

            var probe = ProbeIn(place);
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose))
            {
                return null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>The name of a file that nobody else has.</summary>
    public static string ProbeIn(string folder, string extension = "") => Path.Combine(folder, $".web3tel-doctor-{Guid.NewGuid():N}{extension}");

    static bool AnyFileIn(string path) => Path.GetDirectoryName(path) is { } above && (File.Exists(above) || AnyFileIn(above));
}
