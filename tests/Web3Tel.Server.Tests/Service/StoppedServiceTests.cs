using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

public sealed class StoppedServiceTests : ServiceProcessTest
{
    [Fact]
    public async Task After_SIGTERM_everything_is_on_the_disk_and_the_next_life_knows_it()
    {
        string[] before;
        await using (var service = new ServiceProcess(Folder.Path, ManyCalls))
        {
            var address = await service.Address();
            await Eventually.Holds(async () => (await Get(address, "api/history")).AsArray().Count.Should().BeGreaterThan(3));
            before = [.. Each(await Get(address, "api/history"), "id")];
            (await service.Stop()).Should().Be(0, service.Output);
            service.Output.Should().NotContain(" ERR ").And.NotContain("Unhandled");
        }

        Directory.GetFiles(Folder["data"], "*-log.db", SearchOption.AllDirectories).Should().BeEmpty("files are whole after a stop in good order");
        await using var again = new ServiceProcess(Folder.Path, AnyPort);
        var after = Each(await Get(await again.Address(), "api/history?limit=1000"), "id");
        after.Should().Contain(before);
    }
}
