using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class KilledWhilePublishingTests : ServiceProcessTest
{
    const int Kills = 3;
    const int Seed = 20261125;

    [Fact]
    public async Task What_was_published_outlives_SIGKILL_at_any_moment_and_is_what_the_call_center_decides_by()
    {
        var random = new Random(Seed);
        var acknowledged = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var service = new ServiceProcess(Folder.Path, AnyPort);
            var address = await service.Address();
            await Check(address, acknowledged);
            acknowledged = await PublishUntilKilled(service, address, TimeSpan.FromMilliseconds(random.Next(50, 1_500)));
        }

        await using var last = new ServiceProcess(Folder.Path, AnyPort);
        await Check(await last.Address(), acknowledged);
        Directory.GetFiles(Folder["data"], "versions.db.damaged*").Should().BeEmpty();
    }

    async Task Check(Uri address, int acknowledged)
    {
        var valid = await Get(address, "api/configuration");
        var version = (int)valid["version"]!;
        version.Should().BeInRange(acknowledged, acknowledged + 1, "one may have been kept without an answer");
        (await Get(address, "api/queues")).AsArray().Select(queue => (int)queue!["configuration"]!).Should().AllBeEquivalentTo(version);
        (await Get(address, $"api/configuration/versions?limit=1000")).AsArray().Select(one => (int)one!["version"]!).Should().Equal(Enumerable.Range(1, version).Reverse());
    }

    /// <summary>The last version that was answered for before the kill.</summary>
    async Task<int> PublishUntilKilled(ServiceProcess service, Uri address, TimeSpan after)
    {
        var valid = await Get(address, "api/configuration");
        var (document, version) = (valid["document"]!.AsObject(), (int)valid["version"]!);
        using var timer = TimeProvider.System.CreateTimer(_ => _ = service.Kill(), null, after, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                document["LongestBreakSeconds"] = 600 + version;
                using var response = await Http.PutAsync(
                    new Uri(address, "api/configuration"), new StringContent(new JsonObject { ["version"] = version, ["document"] = document.DeepClone() }.ToJsonString()));
                response.StatusCode.Should().Be(HttpStatusCode.OK);
                version++;
            }
        }
        catch (HttpRequestException)
        {
            return version;
        }
    }
}
