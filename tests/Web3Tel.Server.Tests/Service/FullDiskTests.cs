using System.Net;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

public sealed class FullDiskTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();
    readonly FakeSwitch telephony = new();

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    [Fact]
    public async Task With_a_full_disk_calls_go_on_and_it_is_told_and_when_there_is_room_again_nothing_is_missing()
    {
        await using var service = await RunningService.Start(folder.Path, telephony, disk.Open);
        telephony.Connect();
        disk.Full = true;

        var call = telephony.Call("111");
        telephony.Answer("user/1001");
        (await service.Get("/api/calls"))[0]!["state"]!.ToString().Should().Be("talking");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await service.Get("/health/ready", HttpStatusCode.ServiceUnavailable)).ToJsonString()
            .Should().Contain("""{"part":"storage","why":"No space left on device"}"""));
        (await service.Http.GetStringAsync("/", TestContext.Current.CancellationToken)).Should().Contain("Nothing is being remembered");

        disk.Full = false;
        await Eventually.Holds(() => service.Get("/health/ready"));
        await Eventually.Holds(async () => (await service.Get("/api/history"))[0]!["number"]!.ToString().Should().Be("111"));
    }

    [Fact]
    public async Task A_service_that_stops_with_a_full_disk_stops_and_says_what_is_lost()
    {
        await using (var service = await RunningService.Start(folder.Path, telephony, disk.Open))
        {
            telephony.Connect();
            telephony.Call("111").End(HangupCause.NormalClearing, HungUpBy.Party);
            await Eventually.Holds(async () => (await service.Get("/api/history")).AsArray().Should().ContainSingle());
            disk.Full = true;
            telephony.Call("222").End(HangupCause.NormalClearing, HungUpBy.Party);
        }

        disk.Full = false;
        await using var again = await RunningService.Start(folder.Path, new FakeSwitch(), disk.Open);
        (await again.Get("/api/history")).AsArray().Should().ContainSingle();
        string.Concat(Directory.GetFiles(folder["logs"]).Select(File.ReadAllText)).Should().Contain("The service has stopped with a disk that takes nothing");
    }
}
