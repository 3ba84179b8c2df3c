using System.Text.Json.Nodes;
using Web3Tel.Server.Tests.Storage;

namespace Web3Tel.Server.Tests.Service;

/// <summary>What tests of the service as a process share. Each of them waits for invented conversations, so each is a class of its own: they run side by side.</summary>
public abstract class ServiceProcessTest : IDisposable
{
    protected static string[] AnyPort { get; } = ["--Web3Tel:Http:Listen", "127.0.0.1:0"];

    protected static string[] ManyCalls { get; } = [.. AnyPort, "--Web3Tel:Simulator:CallsPerMinute", "120"];

    private protected TempFolder Folder { get; } = new();

    protected HttpClient Http { get; } = new();

    public void Dispose()
    {
        Http.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static IEnumerable<string> Each(JsonNode calls, string property) => calls.AsArray().Select(call => call![property]!.ToString());

    protected async Task<JsonNode> Get(Uri address, string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(address, path)))!;
}
