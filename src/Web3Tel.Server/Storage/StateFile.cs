using System.Text;
using Web3Tel.Distribution;

namespace Web3Tel.Server.Storage;

/// <summary>
/// The call center as it was some time ago, so that a start need not replay the whole journal: <c>state.json</c>. It is replaced in one
/// piece; when it is missing or damaged the journal is replayed from its beginning.
/// </summary>
sealed class StateFile(StorageOptions options, ILogger logger)
{
    readonly string path = PathIn(options.Folder);

    /// <summary>Where it lies in a data folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "state.json");

    /// <summary>The state that was written last, or null.</summary>
    public CallCenter? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return StoredForm.ReadState(File.ReadAllText(path));
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            var aside = Damage.PutAside(path, options.Time.GetUtcNow());
            Log.StateDamaged(logger, path, aside, e);
            return null;
        }
    }

    /// <exception cref="IOException">The disk does not let us; the file is as it was.</exception>
    public void Write(CallCenter state)
    {
        var fresh = $"{path}.new";
        File.Delete(fresh);
        using (var file = options.Open(fresh))
        {
            file.Write(0, Encoding.UTF8.GetBytes(StoredForm.Write(state)));
            file.FlushToDisk();
        }

        File.Move(fresh, path, overwrite: true);
    }
}
