using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.SetUp;

/// <summary>
/// Reads a file with a whole set-up, which anybody may have made: names other than those we give, files twice, and more than is allowed when it
/// is unpacked are refused, whatever the file claims of itself.
/// </summary>
/// <param name="folder">Where sounds lie until they are taken; nothing else is written, and nothing under a name from the file.</param>
/// <param name="mostOfSound">Bytes of one sound.</param>
sealed class SetUpReader(string folder, long mostOfSound)
{
    readonly List<SettingsError> errors = [];
    readonly Dictionary<string, string> sums = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> documents = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> sounds = new(StringComparer.Ordinal);
    long unpacked;

    /// <summary>The content, or all that is wrong with the file.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task<(SetUpContent? Content, ImmutableArray<SettingsError> Errors)> Read(Stream file, CancellationToken cancellation)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            await Read(archive, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            Refuse("the file", "is no ZIP file, or a broken one.", "Give one that was exported here.", "— не ZIP или повреждённый ZIP.", "Дайте файл, выгруженный здесь.");
        }

        return errors.Count > 0 ? (null, [.. errors]) : Content();
    }

    async Task Read(ZipArchive archive, CancellationToken cancellation)
    {
        if (archive.Entries.Count > SetUpLimits.MostFiles)
        {
            Refuse("the file", $"has {archive.Entries.Count} files in it.", $"At most {SetUpLimits.MostFiles} are taken.", $"— файлов в нём {archive.Entries.Count}.", $"Принимается не больше {SetUpLimits.MostFiles}.");
            return;
        }

        foreach (var entry in archive.Entries)
        {
            var most = SetUpPaths.SoundOf(entry.FullName) is not null ? mostOfSound
                : entry.FullName is SetUpPaths.Manifest or SetUpPaths.Configuration || SetUpPaths.Scenario(entry.FullName) is not null || SetUpPaths.PromptOf(entry.FullName) is not null ? SetUpLimits.MostOfDocument
                : 0;
            if (most == 0)
            {
                Refuse(Shown(entry.FullName), "is no file of a set-up.", "Take it out.", "— такого в выгрузке не бывает.", "Уберите.");
            }
            else if (sums.ContainsKey(entry.FullName))
            {
                Refuse(entry.FullName, "is there twice.", "Leave one.", "— указан дважды.", "Оставьте один.");
            }
            else if (!await Take(entry, most, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <returns>Whether to go on: what is too large altogether is not unpacked to its end.</returns>
    async Task<bool> Take(ZipArchiveEntry entry, long most, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        try
        {
            await using var packed = await entry.OpenAsync(cancellation).ConfigureAwait(false);
            var buffer = new byte[81_920];
            for (int read; (read = await packed.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                unpacked += read;
                if (content.Length + read > most || unpacked > SetUpLimits.MostUnpacked)
                {
                    Refuse(entry.FullName, "is larger than is allowed.", "Make it smaller.", "— больше, чем разрешено.", "Сделайте меньше.");
                    return unpacked <= SetUpLimits.MostUnpacked;
                }

                content.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            Refuse(entry.FullName, "cannot be unpacked.", "Export it once more.", "— не распаковать.", "Выгрузите ещё раз.");
            return true;
        }

        var bytes = content.ToArray();
        sums[entry.FullName] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (SetUpPaths.SoundOf(entry.FullName) is { } prompt)
        {
            sounds[prompt] = Path.Combine(folder, $"{sounds.Count}.sound");
            await File.WriteAllBytesAsync(sounds[prompt], bytes, cancellation).ConfigureAwait(false);
        }
        else
        {
            documents[entry.FullName] = Encoding.UTF8.GetString(bytes);
        }

        return true;
    }

    (SetUpContent? Content, ImmutableArray<SettingsError> Errors) Content()
    {
        LookAtManifest();
        var prompts = documents.Keys.Where(path => SetUpPaths.PromptOf(path) is not null).ToImmutableSortedDictionary(path => SetUpPaths.PromptOf(path)!, PromptAt, StringComparer.Ordinal);
        foreach (var alone in sounds.Keys.Where(name => !prompts.ContainsKey(name)))
        {
            Refuse(SetUpPaths.OfSound(alone), "has nothing beside it that says what it is.", $"Add {SetUpPaths.OfPrompt(alone)}.", "— рядом нет его описания.", $"Добавьте {SetUpPaths.OfPrompt(alone)}.");
        }

        if (!documents.ContainsKey(SetUpPaths.Configuration))
        {
            Refuse(SetUpPaths.Configuration, "is missing.", "Give a file that was exported here.", "— нет.", "Дайте файл, выгруженный здесь.");
        }

        return errors.Count > 0
            ? (null, [.. errors])
            : (new SetUpContent(
                documents[SetUpPaths.Configuration],
                documents.Where(one => SetUpPaths.Scenario(one.Key) is not null).ToImmutableSortedDictionary(one => SetUpPaths.Scenario(one.Key)!, one => one.Value, StringComparer.Ordinal),
                prompts,
                sounds.ToImmutableSortedDictionary(StringComparer.Ordinal)), []);
    }

    void LookAtManifest()
    {
        var manifest = Json<SetUpManifest>(SetUpPaths.Manifest);
        if (manifest is not { Format: SetUpManifest.Known, Version: SetUpManifest.Newest, Files: { } files })
        {
            Refuse(SetUpPaths.Manifest, $"is missing, or no {SetUpManifest.Known} of version {SetUpManifest.Newest}.", "Give a file that was exported here.", $"— нет, или это не {SetUpManifest.Known} версии {SetUpManifest.Newest}.", "Дайте файл, выгруженный здесь.");
            return;
        }

        foreach (var path in files.Keys.Union(sums.Keys).Where(path => path != SetUpPaths.Manifest && files.GetValueOrDefault(path) != sums.GetValueOrDefault(path)))
        {
            Refuse(Shown(path), "is not what the manifest says.", "It is missing, added, or changed: export it once more.", "— не то, что указано в manifest.json.", "Файл пропал, добавлен или изменён: выгрузите ещё раз.");
        }
    }

    PromptInFile PromptAt(string path)
    {
        if (Json<PromptInFile>(path) is { } prompt)
        {
            return prompt;
        }

        Refuse(path, "cannot be read.", "Give { \"text\": \"…\", \"language\": \"English\" }.", "— не прочитать.", "Дайте { \"text\": \"…\", \"language\": \"English\" }.");
        return new PromptInFile(null, null);
    }

    T? Json<T>(string path)
        where T : class
    {
        try
        {
            return documents.TryGetValue(path, out var text) ? JsonSerializer.Deserialize<T>(text, SetUpWriter.Written) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A name from outside may be anything, and long.</summary>
    static string Shown(string path) => $"\"{new string([.. path.Take(100).Select(c => char.IsControl(c) ? '?' : c)])}\"";

    void Refuse(string file, string what, string fix, string russianWhat, string russianFix) => errors.Add(new SettingsError(file, what, fix, russianWhat, russianFix));
}
