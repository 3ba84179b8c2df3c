using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Configurations;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>What tests of scenarios in the whole service share: 3000 leads to main, which lies in a file of the settings at first.</summary>
public abstract class ScenarioTest : ConfigurationTest
{
    private protected const string Scenarios = "/api/scenarios";
    private protected const string Main = $"{Scenarios}/main";

    /// <summary>Who calls is asked, and comes to support by 1.</summary>
    private protected const string First = """
        {
          "name": "main", "start": "menu",
          "steps": {
            "menu": { "do": "menu", "prompt": "first.wav", "keys": { "1": "support", "2": "anna" }, "patienceSeconds": 300, "otherwise": "support" },
            "support": { "do": "queue", "queue": "support" },
            "anna": { "do": "operator", "operator": "1001", "otherwise": "support" }
          }
        }
        """;

    /// <summary>The same, but by 1 to sales.</summary>
    private protected static string Second => First.Replace("first.wav", "second.wav", StringComparison.Ordinal).Replace("\"1\": \"support\"", "\"1\": \"sales\"", StringComparison.Ordinal)
        .Replace("\"support\": {", "\"sales\": { \"do\": \"queue\", \"queue\": \"sales\" }, \"support\": {", StringComparison.Ordinal);

    private protected override Dictionary<string, string?> More
    {
        get
        {
            if (!Directory.Exists(Folder["lines"]))
            {
                Directory.CreateDirectory(Folder["lines"]);
                WriteFile(First);
            }

            return new()
            {
                ["Web3Tel:Scenarios"] = Folder["lines"],
                ["Web3Tel:Speech:Program"] = "espeak-ng",
                ["Web3Tel:Speech:LongestSeconds"] = "60",
                ["Web3Tel:Lines:0:Number"] = "3000",
                ["Web3Tel:Lines:0:Scenario"] = "main",
            };
        }
    }

    private protected void WriteFile(string text) => File.WriteAllText(Path.Combine(Folder["lines"], "main.json"), text);

    private protected Task<JsonNode> PublishScenario(
        string document, int version, string name = "main", HttpStatusCode expected = HttpStatusCode.OK, string query = "", string? ifMatch = null) => Send(
        HttpMethod.Put,
        $"{Scenarios}/{name}{query}",
        new JsonObject { ["version"] = version, ["comment"] = "why", ["document"] = JsonNode.Parse(document) },
        expected: expected,
        ifMatch: ifMatch);

    /// <summary>A call that has heard the question of a version.</summary>
    private protected async Task<FakeCall> Asked(string number, string heard)
    {
        var call = Telephony.Call(number, dialled: "3000");
        await Eventually.Holds(() => Task.FromResult(call.Played.Should().Contain(heard)));
        return call;
    }

    /// <summary>What the audit trail has, newest first.</summary>
    private protected async Task<string[]> Audited() =>
        [.. (await Service.Get("/api/audit")).AsArray().Select(record => $"{record!["by"]}: {record["act"]} {record["detail"]}")];

    private protected Task WaitsIn(FakeCall call, string queue) => Eventually.Holds(async () => (await Waiting(queue)).Should().Contain(call.Info.Number));
}
