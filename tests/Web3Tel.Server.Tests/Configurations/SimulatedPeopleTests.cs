using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class SimulatedPeopleTests : ServiceProcessTest
{
    [Fact]
    public async Task An_operator_who_is_new_takes_invented_calls()
    {
        await using var service = new ServiceProcess(Folder.Path, ManyCalls);
        var address = await service.Address();
        var valid = await Get(address, "api/configuration");
        var document = valid["document"]!.DeepClone();
        document["Operators"] = new JsonArray(new JsonObject { ["Id"] = "1099" });

        using var answer = await Http.PutAsync(
            new Uri(address, "api/configuration"),
            new StringContent(new JsonObject { ["version"] = 1, ["document"] = document }.ToJsonString()),
            TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await Get(address, "api/calls")).AsArray()
            .Select(call => ((string?)call!["state"], (string?)call["agent"])).Should().Contain(("talking", "1099")));
    }
}
