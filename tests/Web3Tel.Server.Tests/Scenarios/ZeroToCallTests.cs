using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>docs/zero-to-call.md is done as it stands there.</summary>
public sealed class ZeroToCallTests : ScenarioTest
{
    [Fact]
    public async Task The_page_from_zero_to_a_call_holds_for_the_administrator()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "zero-to-call.md"), TestContext.Current.CancellationToken);
        var document = page.Split("```json")[1].Split("```")[0];
        var mistake = document.Replace("\"1\": \"sales\"", "\"1\": \"slaes\"", StringComparison.Ordinal);
        (await Send(HttpMethod.Post, $"{Scenarios}/reception/check", new JsonObject { ["document"] = JsonNode.Parse(mistake) }))["problems"]![0]!["english"]!
            .ToString().Should().StartWith("leads to \"slaes\", which is no step.");
        (await Send(HttpMethod.Post, $"{Scenarios}/reception/check", new JsonObject { ["document"] = JsonNode.Parse(document) }))["problems"]!.AsArray().Should().BeEmpty();

        await PublishScenario(document, 0, "reception");
        await Publish(settings => settings["Lines"]!.AsArray().Add(JsonNode.Parse("""{ "Number": "1000", "Scenario": "reception", "Language": "Russian" }""")));

        await ByHand(open: true);
        var call = Telephony.Call("+79160000001", dialled: "1000");
        // Who says nothing for some seconds is asked once more.
        await Eventually.Holds(() => Task.FromResult(call.Played.Should().StartWith(["hello.wav", "menu.wav"])));
        await Eventually.Holds(async () => (await Service.Get("/api/calls"))[0]!["step"]!.ToString().Should().Be("reception@1.menu"));
        call.Press('1');
        await Eventually.Holds(async () => (await Service.Get("/api/calls"))[0]!["queue"]!.ToString().Should().Be("sales"));

        await ByHand(open: false);
        var late = Telephony.Call("+79160000002", dialled: "1000");
        await Eventually.Holds(async () => (await Service.Get("/api/calls")).AsArray().Single(one => (string)one!["id"]! == late.Info.Ref.Id)!["step"]!.ToString().Should().Be("reception@1.message"));
        await PublishScenario(document.Replace("menu.wav", "other.wav", StringComparison.Ordinal), 1, "reception");
    }

    Task<JsonNode> ByHand(bool open) => Send(
        HttpMethod.Put,
        $"{Scenarios}/reception/calendars/office/by-hand",
        new JsonObject { ["open"] = open, ["until"] = TimeProvider.System.GetUtcNow().AddHours(1), ["comment"] = "Moving house" },
        expected: HttpStatusCode.NoContent);
}
