using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>Scenarios, configuration and prompts, each published, lead to one another: none may take away what another one needs.</summary>
public sealed class ScenariosAndConfigurationTests : ScenarioTest
{
    [Fact]
    public async Task A_configuration_that_takes_away_a_queue_a_scenario_leads_to_is_refused_with_the_path_of_the_step()
    {
        var refused = await Publish(
            document =>
            {
                Remove(document, "Queues", "Name", "support");
                Operator(document, "1002")["Queues"] = "sales";
            },
            expected: HttpStatusCode.BadRequest);

        ((string)refused["detail"]!).Should().Contain("main: steps.support.queue: \"support\" is not a queue.");
        (await Version()).Should().Be(1);
    }

    [Fact]
    public async Task A_scenario_published_by_the_API_counts_for_the_configuration_too()
    {
        await PublishScenario(Second, 1);
        var refused = await Publish(document => Remove(document, "Operators", "Id", "1001"), expected: HttpStatusCode.BadRequest);
        ((string)refused["detail"]!).Should().Contain("main: steps.anna.operator: \"1001\" is not an operator.");
        await PublishScenario(Second.Replace(""", "2": "anna" """.TrimEnd(), "", StringComparison.Ordinal).Replace(
            """
            ,
                "anna": { "do": "operator", "operator": "1001", "otherwise": "support" }
            """.ReplaceLineEndings("\n"), "", StringComparison.Ordinal), 2);
        await Publish(document => Remove(document, "Operators", "Id", "1001"));
    }

    [Fact]
    public async Task A_step_that_a_queue_leads_to_cannot_be_taken_out_of_its_scenario()
    {
        await Publish(document => Queue(document, "sales")["ExitKeys"] = new JsonArray(new JsonObject { ["Key"] = "9", ["To"] = "step:main.anna" }));
        var without = First.Replace("\"anna\"", "\"vera\"", StringComparison.Ordinal);

        var refused = await PublishScenario(without, 1, expected: HttpStatusCode.BadRequest);

        ((string)refused["detail"]!).Should().Contain("main.anna");
        refused["errors"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_operator_whom_a_published_scenario_rings_has_a_queue_and_keeps_it_when_the_configuration_changes()
    {
        await Publish(document => Queue(document, "sales")["RingSeconds"] = 30);
        var caller = await Asked("+79160000001", "first.wav");
        caller.Press('2');
        await Eventually.Holds(async () => ((string?)(await Service.Get("/api/calls"))[0]!["queue"]).Should().Be("operator.1001"));
        await PublishScenario(First.Replace("\"1001\"", "\"1002\"", StringComparison.Ordinal), 1);
        (await Service.Get("/api/queues")).AsArray().Select(queue => (string)queue!["name"]!).Should().Contain("operator.1002");
        (await Service.Get("/api/configuration"))["document"]!["Queues"]!.AsArray().Should().HaveCount(2, "nobody need configure it");
    }

    [Fact]
    public async Task A_prompt_that_a_scenario_plays_is_not_deleted_and_one_that_is_lost_is_spoken_instead()
    {
        using var words = new StringContent("""{"text":"Good morning","language":"english"}""", Encoding.UTF8, "application/json");
        (await Service.Http.PutAsync(new Uri("/api/prompts/hello/text", UriKind.Relative), words, TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK);
        await PublishScenario(First.Replace("\"first.wav\"", """{ "sound": "prompt:hello", "en": "Choose" }""", StringComparison.Ordinal), 1);

        var refused = await Send(HttpMethod.Delete, "/api/prompts/hello", null, expected: HttpStatusCode.Conflict);

        ((string)refused["detail"]!).Should().Contain("main: steps.menu.prompt");
        var call = Telephony.Call("+79160000001", dialled: "3000");
        await Eventually.Holds(() => Task.FromResult(call.Played.Should().Contain(sound => sound.EndsWith(".wav", StringComparison.Ordinal) && sound.Contains("speech", StringComparison.Ordinal))));
    }
}
