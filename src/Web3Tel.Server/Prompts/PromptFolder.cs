using System.Security.Cryptography;
using System.Text.Json;
using Web3Tel.Prompts;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Prompts;

/// <summary>
/// The files of prompts: <c>welcome.json</c> says what the prompt is and names its recording, and is replaced in one piece. So whenever the
/// service dies there is the old prompt or the new one, whole.
/// </summary>
sealed class PromptFolder(StorageOptions options, ILogger logger)
{
    const string Unfinished = ".new-";

    readonly string path = Path.GetFullPath(Path.Combine(options.Folder, "prompts"));

    /// <summary>Whole path of a recording.</summary>
    public string PathOf(string file) => Path.Combine(path, Path.GetFileName(file));

    /// <summary>A file that is not finished: for this process alone, and thrown away at the next start.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public string Begin()
    {
        Directory.CreateDirectory(path);
        return Path.Combine(path, $"{Unfinished}{Guid.NewGuid():N}");
    }

    /// <summary>All prompts. One whose file cannot be read is passed over, and logged.</summary>
    public IEnumerable<StoredPrompt> Read()
    {
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json") : [])
        {
            StoredPrompt? prompt = null;
            try
            {
                prompt = JsonSerializer.Deserialize<StoredPrompt>(File.ReadAllBytes(file));
            }
            catch (Exception e) when (e is JsonException || Damage.IsTroubleOfTheDisk(e))
            {
                Log.PromptUnreadable(logger, file, e);
            }

            if (prompt is not null && Prompt.IsName(prompt.Name) && prompt.Name == Path.GetFileNameWithoutExtension(file))
            {
                yield return prompt;
            }
        }
    }

    /// <summary>Keeps a finished sound under a name that no other sound has.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public string Keep(string name, string finished)
    {
        using (var sound = options.Open(finished))
        {
            sound.FlushToDisk();
        }

        using var content = File.OpenRead(finished);
        var file = $"{name}.{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.wav";
        File.Move(finished, PathOf(file), overwrite: true);
        return file;
    }

    /// <exception cref="IOException">The disk does not let us; the prompt is as it was.</exception>
    public void Write(StoredPrompt prompt)
    {
        var fresh = Begin();
        try
        {
            using (var file = options.Open(fresh))
            {
                file.Write(0, JsonSerializer.SerializeToUtf8Bytes(prompt));
                file.FlushToDisk();
            }

            File.Move(fresh, PathOf($"{prompt.Name}.json"), overwrite: true);
        }
        finally
        {
            Discard(fresh);
        }
    }

    /// <exception cref="IOException">The disk does not let us; the prompt is there.</exception>
    public void Delete(StoredPrompt prompt)
    {
        File.Delete(PathOf($"{prompt.Name}.json"));
        DiscardRecording(prompt.File);
    }

    /// <summary>Whom it is played to hears it to its end.</summary>
    public void DiscardRecording(string? file)
    {
        if (file is not null)
        {
            Discard(PathOf(file));
        }
    }

    /// <summary>Throws away what a life before left unfinished, and recordings that no prompt has.</summary>
    public void Tidy(IEnumerable<StoredPrompt> prompts)
    {
        var wanted = prompts.Select(prompt => prompt.File).ToHashSet();
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path) : [])
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith(Unfinished, StringComparison.Ordinal) || (name.EndsWith(".wav", StringComparison.Ordinal) && !wanted.Contains(name)))
            {
                Discard(file);
            }
        }
    }

    /// <summary>What cannot be deleted is deleted at the next start.</summary>
    public static void Discard(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
        }
    }
}
