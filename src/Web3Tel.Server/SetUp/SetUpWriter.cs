using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Scenarios;

namespace Web3Tel.Server.SetUp;

/// <summary>Writes the whole set-up into one file: configuration, scenarios and prompts that are valid at this moment. Secrets stay here.</summary>
sealed class SetUpWriter(ConfigurationKeeper configurations, ScenarioVersions scenarios, PromptStore prompts, TimeProvider time)
{
    public static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="to">Only written to, from the beginning on.</param>
    /// <exception cref="IOException">A sound cannot be read, or nobody takes the file any more.</exception>
    public async Task Write(Stream to, string by, CancellationToken cancellation)
    {
        var valid = configurations.Valid;
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        async Task Add(string path, byte[] content)
        {
            files[path] = Convert.ToHexStringLower(SHA256.HashData(content));
            await Put(archive, path, content, cancellation).ConfigureAwait(false);
        }

        await Add(SetUpPaths.Configuration, Encoding.UTF8.GetBytes(ConfigurationDocument.Write(KeptPins.Hide(ConfigurationKeeper.Read(valid))))).ConfigureAwait(false);
        foreach (var scenario in scenarios.All.Values.Where(one => one.Valid is not null))
        {
            await Add(SetUpPaths.OfScenario(scenario.Name), Encoding.UTF8.GetBytes(ConfigurationDocument.Write(ScenarioKeeper.Document(scenario.Valid!.Content.Text)))).ConfigureAwait(false);
        }

        foreach (var prompt in prompts.All)
        {
            await Add(SetUpPaths.OfPrompt(prompt.Name), JsonSerializer.SerializeToUtf8Bytes(new PromptInFile(prompt.Text, prompt.Text is null ? null : prompt.Language), Written)).ConfigureAwait(false);
            if (prompts.Find(prompt.Name)?.File is { } sound)
            {
                await Add(SetUpPaths.OfSound(prompt.Name), await File.ReadAllBytesAsync(sound, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            }
        }

        var manifest = new SetUpManifest(SetUpManifest.Known, SetUpManifest.Newest, time.GetUtcNow(), by, valid.Number, SetUpManifest.NotIn, files.ToImmutable());
        await Put(archive, SetUpPaths.Manifest, JsonSerializer.SerializeToUtf8Bytes(manifest, Written), cancellation).ConfigureAwait(false);
    }

    static async Task Put(ZipArchive archive, string path, byte[] content, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        await using var stream = await entry.OpenAsync(cancellation).ConfigureAwait(false);
        await stream.WriteAsync(content, cancellation).ConfigureAwait(false);
    }
}
