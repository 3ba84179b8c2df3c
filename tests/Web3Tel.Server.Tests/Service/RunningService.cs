using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Tests.Service;

/// <summary>The whole service on a port of its own, with a switch in the hands of the test.</summary>
sealed class RunningService : IAsyncDisposable
{
    readonly DataFolder data;
    readonly WebApplication app;
    bool disposed;

    RunningService(DataFolder data, WebApplication app)
    {
        this.data = data;
        this.app = app;
        Address = new Uri(app.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>The same by HTTPS, where it is set.</summary>
    public Uri SecureAddress => new(app.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal)));

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<RunningService> Start(
        string folder, ISwitch @switch, Func<string, PageFile>? disk = null, IReadOnlyDictionary<string, string?>? more = null, Action<IServiceCollection>? add = null)
    {
        var settings = SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web3Tel:Data"] = folder,
            ["Web3Tel:Recordings"] = Path.Combine(folder, "recordings"),
            ["Web3Tel:TimeZone"] = "Europe/Moscow",
            ["Web3Tel:Http:Listen"] = "127.0.0.1:0",
            ["Web3Tel:FreeSwitch:Host"] = "fake",
            ["Web3Tel:FreeSwitch:Password"] = "hush",
            ["Web3Tel:LogLevel"] = "Debug",
            ["Web3Tel:Queues:0:Name"] = "sales",
            ["Web3Tel:Queues:0:Numbers"] = "1000",
            ["Web3Tel:Queues:0:WrapUpSeconds"] = "3600",
            ["Web3Tel:Queues:1:Name"] = "support",
            ["Web3Tel:Queues:1:Numbers"] = "2000",
            ["Web3Tel:Operators:0:Id"] = "1001",
            ["Web3Tel:Operators:0:Name"] = "Anna",
            ["Web3Tel:Operators:0:Queues"] = "sales",
            ["Web3Tel:Operators:1:Id"] = "1002",
            ["Web3Tel:Operators:1:Name"] = "Вера",
            ["Web3Tel:Operators:1:Queues"] = "support",
        }).AddInMemoryCollection(more ?? new Dictionary<string, string?>()).Build());
        var data = new DataFolder(folder);
        var app = ServiceHost.Build(settings, data, services =>
        {
            services.AddSingleton(@switch);
            services.AddSingleton(new RecordingTimes { Look = TimeSpan.FromMilliseconds(50), Settled = TimeSpan.FromMilliseconds(300), Missing = TimeSpan.FromMilliseconds(300) });
            add?.Invoke(services);
            services.AddSingleton(new StorageOptions(folder, TimeProvider.System, disk ?? (path => new PageFile(path))));
        });
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            data.Dispose();
            throw;
        }

        return new RunningService(data, app);
    }

    public async Task<JsonNode> Get(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        return response.StatusCode == expected ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path} gave {response.StatusCode}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        data.Dispose();
    }
}
