using System.Net;
using System.Reactive.Linq;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Calls;
using Web3Tel.Scenarios;
using Web3Tel.Server.Information;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Information;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>Steps of scenarios that the service itself has to serve.</summary>
public sealed class StepsOfTheServiceTests : ScenarioTest
{
    [Fact]
    public async Task A_caller_who_waits_in_the_queue_of_a_scenario_is_called_back_and_keeps_the_place()
    {
        await Publish(document =>
        {
            document["LineOut"] = "out/{number}";
            Queue(document, "support")["Callback"] = new JsonObject { ["PauseSeconds"] = 60 };
        });
        await PublishScenario(
            """
            {
              "name": "main", "start": "support",
              "steps": {
                "support": { "do": "queue", "queue": "support", "keys": { "5": "back" }, "otherwise": "back" },
                "back": { "do": "callback", "queue": "support", "next": "bye", "otherwise": "support" }, "bye": { "do": "hangup", "prompt": "bye.wav" }
              }
            }
            """,
            1);
        var call = Telephony.Call("+79160000001", dialled: "3000");
        await WaitsIn(call, "support");

        call.Press('5');
        await Eventually.Holds(() => Task.FromResult(call.Played.Should().NotBeEmpty()));
        await Eventually.Holds(async () =>
        {
            call.Press('1');
            (await Service.Get("/api/callbacks")).AsArray().Should().ContainSingle().Which!["number"]!.ToString().Should().Be("+79160000001");
        });
        await Eventually.Holds(() => Task.FromResult(call.Played.Should().EndWith("bye.wav")));
    }

    [Fact]
    public async Task A_callback_of_a_queue_that_calls_nobody_back_is_refused() => (await PublishScenario(
            """{ "name": "main", "start": "back", "steps": { "back": { "do": "callback", "queue": "support", "otherwise": "end" }, "end": { "do": "hangup" } } }""",
            1,
            expected: HttpStatusCode.BadRequest))["problems"]![0]!["path"]!.ToString().Should().Be("steps.back.queue");

    [Fact]
    public async Task Information_is_read_from_a_file_or_from_the_web_as_text_or_recording_and_what_is_broken_has_its_fallback()
    {
        await using var text = await FaultyWeb.Start(context => context.Response.WriteAsync("Minus five degrees"));
        await using var recording = await FaultyWeb.Start(async context =>
        {
            context.Response.ContentType = "audio/wav";
            await context.Response.Body.WriteAsync(Voicemail.Sound.Wav(1));
        });
        await using var silent = await FaultyWeb.Start(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        File.WriteAllText(Folder["news.wav"], "RIFF");
        await PublishScenario(
            $$"""
            {
              "name": "main", "start": "file",
              "steps": {
                "file": { "do": "information", "source": "{{Folder["news.wav"]}}", "timeoutSeconds": 60, "next": "text" },
                "text": { "do": "information", "source": "{{text.Address}}", "timeoutSeconds": 60, "next": "recording" },
                "recording": { "do": "information", "source": "{{recording.Address}}", "timeoutSeconds": 60, "fallback": "wrong.wav", "next": "silent" },
                "silent": { "do": "information", "source": "{{silent.Address}}", "timeoutSeconds": 0.5, "fallback": "unknown.wav", "next": "end", "failed": "failed" },
                "end": { "do": "hangup", "prompt": "wrong.wav" }, "failed": { "do": "hangup", "prompt": "failed.wav" }
              }
            }
            """,
            1);

        var call = await Asked("+79160000001", "failed.wav");

        var played = call.Played.ToArray();
        played[0].Should().Be(Folder["news.wav"]);
        played[1].Should().Contain("speech");
        played[2].Should().StartWith(Path.Combine(Folder.Path, "information"));
        played[3..].Should().Equal("unknown.wav", "failed.wav");
        await Eventually.Holds(async () => (await Service.Get("/api/history"))[0]!["journey"]!.ToJsonString().Should().Contain("There is nothing to tell from"));
    }

    [Fact]
    public async Task Information_is_read_out_in_the_language_asked_for_whatever_letters_it_has_and_once_for_each()
    {
        var asked = 0;
        await using var web = await FaultyWeb.Start(context =>
        {
            Interlocked.Increment(ref asked);
            return context.Response.WriteAsync("Windows 11");
        });
        // By a clock that stands still: a moment ago is a moment ago, however long the machine takes.
        using var information = new ScenarioInformation(
            Service.Services.GetRequiredService<ServiceSettings>(), new StorageOptions(Folder.Path, TimeProvider.System),
            new VirtualScheduler(new VirtualTime(DateTimeOffset.UnixEpoch)), NullLogger<ScenarioInformation>.Instance);
        var call = new FakeCall(new CallInfo(new CallRef("fs", "1"), "", "", "", default, new Dictionary<string, string>()));

        foreach (var language in new[] { Language.Russian, Language.English, Language.Russian })
        {
            (await information.Reader(new ScenarioStep.Information { Source = $"{web.Address}", Timeout = TimeSpan.FromMinutes(1) }, language)(call).LastAsync()).Should().BeTrue();
        }

        call.Played.Should().Equal("speak:ru:Windows 11", "speak:en:Windows 11", "speak:ru:Windows 11");
        asked.Should().Be(2, "what was read a moment ago is told to the next one, too");
    }
}
