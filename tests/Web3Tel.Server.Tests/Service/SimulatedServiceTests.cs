using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

public sealed class SimulatedServiceTests : ServiceProcessTest
{
    [Fact]
    public async Task Without_a_switch_calls_flow_on_the_simulator_and_can_be_heard_and_it_is_said_plainly()
    {
        await using var service = new ServiceProcess(Folder.Path, ManyCalls);
        var address = await service.Address();
        service.Output.Should().Contain("No FreeSWITCH is set").And.Contain("All calls are invented");
        (await Http.GetStringAsync(address, TestContext.Current.CancellationToken)).Should().Contain("Simulator").And.Contain("no FreeSWITCH is set");

        await Eventually.Holds(async () => (await Get(address, "health/ready"))["status"]!.ToString().Should().Be("ready"));
        await Eventually.Holds(async () => Each(await Get(address, "api/calls"), "state").Should().Contain("waiting").And.Contain("talking"));
        await Eventually.Holds(async () => Each(await Get(address, "api/history"), "result").Should().Contain("answered"));

        string? id = null;
        await Eventually.Holds(async () => id = (await Get(address, "api/recordings"))["recordings"]!.AsArray().First(one => one!["file"]!.ToString() == "finished")!["id"]!.ToString());
        var sound = await Http.GetByteArrayAsync(new Uri(address, $"api/recordings/{id}/audio"), TestContext.Current.CancellationToken);
        sound.AsSpan(0, 4).SequenceEqual("RIFF"u8).Should().BeTrue();
        sound.Skip(44).Should().Contain(one => one != 0, "somebody speaks");
    }

    [Fact]
    public async Task Some_callers_of_the_simulator_ask_to_be_called_back_and_are()
    {
        // With more operators than usual the turn of who asks comes while the others still wait, not when they have given up.
        await using var service = new ServiceProcess(Folder.Path, [.. ManyCalls, "--Web3Tel:Simulator:Queues:0:Callback:PauseSeconds", "1", .. Enumerable.Range(5, 5).SelectMany(MoreOfSales)]);
        var address = await service.Address();
        await Eventually.Holds(async () => (await Get(address, "api/callbacks")).AsArray().Should().NotBeEmpty(service.Output));
        await Eventually.Holds(
            async () => Each((await Get(address, "api/callbacks/ended"))["callbacks"]!, "fate").Should().Contain("done", service.Output), TimeSpan.FromMinutes(3));
    }

    static string[] MoreOfSales(int number) =>
        [$"--Web3Tel:Simulator:Operators:{number}:Id", $"{1001 + number}", $"--Web3Tel:Simulator:Operators:{number}:Queues:0", "sales"];
}
