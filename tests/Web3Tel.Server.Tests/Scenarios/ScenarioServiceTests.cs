using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>The whole service with a scenario from a file, and a queue whose exit key leads into it.</summary>
public sealed class ScenarioServiceTests() : RunningServiceTest(connected: true)
{
    private protected override Dictionary<string, string?> More
    {
        get
        {
            Directory.CreateDirectory(Folder["lines"]);
            File.WriteAllText(Path.Combine(Folder["lines"], "main.json"), """
                {
                  "name": "main", "start": "hello",
                  "steps": {
                    "hello": { "do": "greeting", "prompt": "hello.wav", "next": "queue" },
                    "queue": { "do": "queue", "queue": "support", "otherwise": "message" },
                    "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "queue", "2": "message" }, "patienceSeconds": 300, "otherwise": "queue" },
                    "message": { "do": "voicemail" }
                  }
                }
                """);
            return new()
            {
                ["Web3Tel:Scenarios"] = Folder["lines"],
                ["Web3Tel:Speech:Program"] = "espeak-ng",
                ["Web3Tel:Lines:0:Number"] = "2000",
                ["Web3Tel:Lines:0:Scenario"] = "main",
                ["Web3Tel:Queues:1:ExitKeys:0:Key"] = "9",
                ["Web3Tel:Queues:1:ExitKeys:0:To"] = "step:main.menu",
            };
        }
    }

    [Fact]
    public async Task An_exit_key_leads_to_a_menu_and_back_to_the_queue_with_the_place_kept()
    {
        var first = Telephony.Call("+79160000001", dialled: "2000");
        var second = Telephony.Call("+79160000002", dialled: "2000");
        await Eventually.Holds(async () => (await Seen(first)).Should().Be(("waiting", "main@1.queue", 1)));
        await Eventually.Holds(async () => (await Seen(second)).Should().Be(("waiting", "main@1.queue", 2)));

        first.Press('9');

        await Eventually.Holds(async () => (await Seen(first)).Should().Be(("sentOn", "main@1.menu", null)));
        await Eventually.Holds(() => Task.FromResult(first.Played.Should().Equal("hello.wav", "menu.wav")));
        (await Seen(second)).Position.Should().Be(1);

        first.Press('1');

        await Eventually.Holds(async () => (await Seen(first)).Should().Be(("waiting", "main@1.queue", 1)));
    }

    async Task<(string State, string? Step, int? Position)> Seen(FakeCall call)
    {
        var seen = (await Service.Get("api/calls")).AsArray().Single(one => (string)one!["id"]! == call.Info.Ref.Id)!;
        return ((string)seen["state"]!, (string?)seen["step"], (int?)seen["position"]);
    }
}
