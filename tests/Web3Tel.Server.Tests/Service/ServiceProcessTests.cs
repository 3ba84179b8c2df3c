using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

public sealed class ServiceProcessTests : IDisposable
{
    private static readonly string[] AnyPort = ["--Web3Tel:Http:Listen", "127.0.0.1:0"];
    private static readonly string[] ManyCalls = [.. AnyPort, "--Web3Tel:Simulator:CallsPerMinute", "120"];

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Without_a_switch_calls_flow_on_the_simulator_and_it_is_said_plainly()
    {
        await using var service = new ServiceProcess(folder.Path, ManyCalls);
        var address = await service.Address();
        service.Output.Should().Contain("No FreeSWITCH is set").And.Contain("All calls are invented");
        (await http.GetStringAsync(address, TestContext.Current.CancellationToken)).Should().Contain("Simulator").And.Contain("no FreeSWITCH is set");

        await Eventually.Holds(async () => (await Get(address, "health/ready"))["status"]!.ToString().Should().Be("ready"));
        await Eventually.Holds(async () => States(await Get(address, "api/calls")).Should().Contain("waiting").And.Contain("talking"));
        await Eventually.Holds(async () => Results(await Get(address, "api/history")).Should().Contain("answered"));
    }

    [Fact]
    public async Task After_SIGTERM_everything_is_on_the_disk_and_the_next_life_knows_it()
    {
        string[] before;
        await using (var service = new ServiceProcess(folder.Path, ManyCalls))
        {
            var address = await service.Address();
            await Eventually.Holds(async () => (await Get(address, "api/history")).AsArray().Count.Should().BeGreaterThan(3));
            before = Ids(await Get(address, "api/history"));
            (await service.Stop()).Should().Be(0);
            service.Output.Should().NotContain(" ERR ").And.NotContain("Unhandled");
        }

        Directory.GetFiles(folder["data"], "*-log.db", SearchOption.AllDirectories).Should().BeEmpty("files are whole after a stop in good order");
        await using var again = new ServiceProcess(folder.Path, AnyPort);
        var after = Ids(await Get(await again.Address(), "api/history?limit=1000"));
        after.Should().Contain(before);
    }

    [Fact]
    public async Task After_SIGKILL_the_history_that_was_shown_is_still_there()
    {
        string[] before;
        await using (var service = new ServiceProcess(folder.Path, ManyCalls))
        {
            var address = await service.Address();
            await Eventually.Holds(async () => (await Get(address, "api/history")).AsArray().Count.Should().BeGreaterThan(3));
            before = Ids(await Get(address, "api/history"));
            await service.Kill();
        }

        await using var again = new ServiceProcess(folder.Path, AnyPort);
        Ids(await Get(await again.Address(), "api/history?limit=1000")).Should().Contain(before);
    }

    [Fact]
    public async Task Wrong_settings_are_told_all_at_once_without_a_stack_trace()
    {
        await using var service = new ServiceProcess(folder.Path, "--Web3Tel:FreeSwitch:Host", "10.0.0.1", "--Web3Tel:FreeSwitch:Port", "x");

        (await service.Ended()).Should().Be(2);

        service.Output.Should().Contain("2 setting(s) will not do").And.Contain("Web3Tel:FreeSwitch:Port is \"x\".").And.Contain("Web3Tel:FreeSwitch:Password is missing.")
            .And.NotContain("   at ");
    }

    [Fact]
    public async Task A_data_folder_in_use_is_refused()
    {
        await using var first = new ServiceProcess(folder.Path, AnyPort);
        await first.Address();
        await using var second = new ServiceProcess(folder.Path, AnyPort);

        (await second.Ended()).Should().Be(1);

        second.Output.Should().Contain("cannot be used").And.Contain("Web3Tel:Data").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("Web3Tel:Http:Listen")]
    [InlineData("Web3Tel:Outbound:Listen")]
    public async Task A_port_in_use_is_told_with_the_setting_that_names_it(string setting)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var service = new ServiceProcess(
            folder.Path, [.. AnyPort, "--Web3Tel:FreeSwitch:Host", "127.0.0.1", "--Web3Tel:FreeSwitch:Password", "x", "--Web3Tel:Outbound:Listen", "127.0.0.1:0", $"--{setting}", taken.LocalEndpoint.ToString()!]);

        (await service.Ended()).Should().Be(1);

        service.Output.Should().Contain(setting).And.NotContain("   at ");
    }

    private static IEnumerable<string> States(JsonNode calls) => calls.AsArray().Select(call => call!["state"]!.ToString());

    private static IEnumerable<string> Results(JsonNode calls) => calls.AsArray().Select(call => call!["result"]!.ToString());

    private static string[] Ids(JsonNode calls) => [.. calls.AsArray().Select(call => call!["id"]!.ToString())];

    private async Task<JsonNode> Get(Uri address, string path) => JsonNode.Parse(await http.GetStringAsync(new Uri(address, path)))!;
}
