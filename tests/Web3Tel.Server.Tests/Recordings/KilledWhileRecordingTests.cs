using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class KilledWhileRecordingTests : ServiceProcessTest
{
    [Fact]
    public async Task After_SIGKILL_every_conversation_of_the_history_is_among_the_recordings()
    {
        for (var life = 0; life < 2; life++)
        {
            // The same seed would give the same ids.
            await using var service = new ServiceProcess(Folder.Path, [.. ManyCalls, "--Web3Tel:Simulator:Seed", $"{life}"]);
            var address = await service.Address();
            var before = (await Get(address, "api/recordings"))["total"]!.GetValue<int>();
            await Eventually.Holds(async () => (await Get(address, "api/recordings"))["total"]!.GetValue<int>().Should().BeGreaterThan(before + 1));
            await service.Kill();
        }

        await using var again = new ServiceProcess(Folder.Path, AnyPort);
        var last = await again.Address();
        await Eventually.Holds(async () =>
        {
            var recorded = (await Get(last, "api/history?limit=1000")).AsArray().Where(call => call!["recording"] is not null).Select(call => call!["id"]!.ToString()).ToArray();
            var found = await Get(last, "api/recordings?limit=1000");
            recorded.Should().HaveCountGreaterThan(3);
            Each(found["recordings"]!, "id").Should().BeEquivalentTo(recorded);
        });
    }
}
