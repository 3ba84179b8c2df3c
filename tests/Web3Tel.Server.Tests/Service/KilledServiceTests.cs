using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

public sealed class KilledServiceTests : ServiceProcessTest
{
    [Fact]
    public async Task After_SIGKILL_the_history_that_was_shown_is_still_there()
    {
        string[] before;
        await using (var service = new ServiceProcess(Folder.Path, ManyCalls))
        {
            var address = await service.Address();
            await Eventually.Holds(async () => (await Get(address, "api/history")).AsArray().Count.Should().BeGreaterThan(3));
            before = [.. Each(await Get(address, "api/history"), "id")];
            await service.Kill();
        }

        await using var again = new ServiceProcess(Folder.Path, AnyPort);
        Each(await Get(await again.Address(), "api/history?limit=1000"), "id").Should().Contain(before);
    }
}
