using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Scenarios;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.SetUp;

/// <summary>What tests of the whole set-up share: it is taken away and brought in over HTTP.</summary>
public abstract class SetUpTest : ScenarioTest
{
    static readonly Uri Here = new("/api/set-up", UriKind.Relative);

    private protected static Task<byte[]> Export(RunningService service) => service.Http.GetByteArrayAsync(Here, TestContext.Current.CancellationToken);

    private protected static async Task<JsonNode> Import(RunningService service, byte[] file, bool dryRun = false, string? mark = null, HttpStatusCode expected = HttpStatusCode.OK, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/set-up?dryRun={dryRun}&comment=moved{query}", UriKind.Relative)) { Content = new ByteArrayContent(file) };
        request.Headers.Add("X-Web3Tel-By", "olga");
        if (mark is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{mark}\""));
        }

        using var answer = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(expected, text);
        return JsonNode.Parse(text)!;
    }

    private protected async Task Prompt(string name, byte[] sound, string text)
    {
        using var body = new ByteArrayContent(sound);
        (await Service.Http.PutAsync(new Uri($"/api/prompts/{name}?text={Uri.EscapeDataString(text)}", UriKind.Relative), body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private protected async Task Words(string name, string text)
    {
        using var body = new StringContent(new JsonObject { ["text"] = text }.ToJsonString(), Encoding.UTF8, "application/json");
        (await Service.Http.PutAsync(new Uri($"/api/prompts/{name}/text", UriKind.Relative), body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private protected static IEnumerable<string> Names(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private protected static string Text(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private protected static byte[] Change(byte[] file, params (string Name, string Text)[] changes) => Change(file, sums: true, changes);

    /// <summary>The file with other content; the manifest tells of it, or not.</summary>
    private protected static byte[] Change(byte[] file, bool sums, params (string Name, string Text)[] changes)
    {
        var manifest = JsonNode.Parse(Text(file, "manifest.json"))!;
        foreach (var (name, text) in changes.Where(change => sums && change.Name != "manifest.json"))
        {
            manifest["files"]![name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        var all = changes.Any(change => change.Name == "manifest.json") ? changes : [.. changes, ("manifest.json", manifest.ToJsonString())];
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, text) in all)
            {
                archive.GetEntry(name)?.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return changed.ToArray();
    }
}
