using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>Scenarios published while calls go through them.</summary>
public sealed class PublishingScenariosTests : ScenarioTest
{
    [Fact]
    public async Task A_call_in_progress_stays_on_the_version_it_began_with_and_the_next_one_meets_the_new_version()
    {
        var before = await Asked("+79160000001", "first.wav");

        var published = await PublishScenario(Second, 1);

        ((int)published["version"]!, (bool)published["isValid"]!, (string)published["by"]!, (string)published["comment"]!).Should().Be((2, true, "olga", "why"));
        published["changes"]!.AsArray().Select(change => (string)change!).Should().Contain("steps:menu:prompt is now second.wav; it was first.wav.");
        var after = await Asked("+79160000002", "second.wav");
        before.Press('1');
        after.Press('1');
        await WaitsIn(before, "support");
        // Anna is free: she is offered the caller of sales.
        await Eventually.Holds(async () => ((string?)(await Of(after))["queue"]).Should().Be("sales"));
        ((string?)(await Of(before))["step"]).Should().Be("main@1.support");
        ((string?)(await Of(after))["step"]).Should().Be("main@2.sales");
    }

    [Fact]
    public async Task Going_back_is_a_version_and_all_versions_can_be_read_and_compared()
    {
        await PublishScenario(Second, 1);

        var back = await Send(HttpMethod.Post, $"{Main}/versions/1/publish", new JsonObject { ["version"] = 2, ["comment"] = "The second was wrong." });

        ((int)back["version"]!, (int)back["repeats"]!).Should().Be((3, 1));
        await Asked("+79160000001", "first.wav");
        var versions = (await Service.Get($"{Main}/versions")).AsArray();
        versions.Select(version => ((int)version!["version"]!, (string)version["source"]!, (bool)version["isValid"]!)).Should().Equal((3, "api", true), (2, "api", false), (1, "settings", false));
        (await Service.Get($"{Main}/versions/2"))["document"]!["steps"]!["menu"]!["prompt"]!.ToString().Should().Be("second.wav");
        (await Service.Get($"{Main}/versions/3/differences?from=1")).AsArray().Should().BeEmpty();
        (await Service.Get($"{Main}/versions/3/differences")).AsArray().Select(told => (string)told!).Should().Contain("steps:menu:prompt is now first.wav; it was second.wav.");
        await Send(HttpMethod.Post, $"{Main}/versions/9/publish", new JsonObject { ["version"] = 3 }, expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_kept_with_all_that_is_wrong_with_it_and_no_call_meets_it_until_it_is_published()
    {
        var wrong = Second.Replace("\"queue\": \"sales\"", "\"queue\": \"slaes\"", StringComparison.Ordinal);
        var draft = await PutDraft(wrong);
        ((int)draft["version"]!, (string)draft["state"]!).Should().Be((2, "draft"));
        var problem = draft["problems"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)problem["path"]!, (string)problem["english"]!).Should().Be(("steps.sales.queue", "\"slaes\" is not a queue."));
        ((string)problem["russian"]!).Should().Contain("«slaes»");
        await Asked("+79160000001", "first.wav");

        var refused = await Send(HttpMethod.Post, $"{Main}/versions/2/publish", new JsonObject { ["version"] = 1 }, expected: HttpStatusCode.BadRequest);
        ((string)refused["detail"]!).Should().Contain("steps.sales.queue: \"slaes\" is not a queue.");
        ((int)(await Service.Get(Main))["version"]!).Should().Be(1);

        (await PutDraft(Second))["problems"]!.AsArray().Should().BeEmpty();
        ((int)(await Service.Get($"{Main}/draft"))["version"]!).Should().Be(3);
        (await Listed())["draft"]!.GetValue<int>().Should().Be(3);
        (await Service.Get($"{Main}/versions/3/differences?from=1")).AsArray().Select(told => (string)told!).Should().BeEquivalentTo(
            "steps:menu:prompt is now second.wav; it was first.wav.", "steps:menu:keys:1 is now sales; it was support.", "steps:sales:do is now queue.", "steps:sales:queue is now sales.");
        var published = await Send(HttpMethod.Post, $"{Main}/versions/3/publish", new JsonObject { ["version"] = 1 });
        ((int)published["version"]!, (int)published["repeats"]!).Should().Be((4, 3));
        await Asked("+79160000002", "second.wav");
        (await Listed())["draft"].Should().BeNull();
        await Send(HttpMethod.Get, $"{Main}/draft", null, expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_with_a_key_twice_is_kept_and_shown_with_the_last_one_and_can_be_compared()
    {
        var twice = First.Replace("\"prompt\": \"first.wav\",", "\"prompt\": \"first.wav\", \"prompt\": \"second.wav\",", StringComparison.Ordinal);
        foreach (var text in new[] { twice, twice.Replace("\"start\"", "\"start\": \"gone\", \"start\"", StringComparison.Ordinal) })
        {
            using var body = new StringContent($"{{ \"document\": {text} }}");
            using var kept = await Service.Http.PutAsync(new Uri($"{Main}/draft", UriKind.Relative), body, TestContext.Current.CancellationToken);
            kept.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        var draft = await Service.Get($"{Main}/draft");
        draft["problems"]!.AsArray().Select(problem => (string)problem!["path"]!).Should().BeEquivalentTo("start", "steps.menu.prompt");
        ((string)draft["document"]!["start"]!, (string)draft["document"]!["steps"]!["menu"]!["prompt"]!).Should().Be(("menu", "second.wav"));
        (await Service.Get($"{Main}/versions/3/differences?from=1")).AsArray().Select(told => (string)told!).Should().Contain("steps:menu:prompt is now second.wav; it was first.wav.");
    }

    [Fact]
    public async Task A_wrong_scenario_is_refused_as_a_whole_with_the_path_of_each_error_and_nothing_changes()
    {
        var wrong = First.Replace("\"1\": \"support\"", "\"1\": \"suport\"", StringComparison.Ordinal).Replace("\"1001\"", "\"1009\"", StringComparison.Ordinal)
            .Replace("first.wav", "prompt:lost", StringComparison.Ordinal);

        var refused = await PublishScenario(wrong, 1, expected: HttpStatusCode.BadRequest);

        refused["problems"]!.AsArray().Select(problem => (string)problem!["path"]!).Should().BeEquivalentTo("steps.menu.keys.1", "steps.anna.operator", "steps.menu.prompt");
        var told = await Send(HttpMethod.Post, $"{Main}/check", new JsonObject { ["document"] = JsonNode.Parse(wrong) });
        told["problems"]!.AsArray().Should().HaveCount(3);
        (await PublishScenario(wrong.Replace("\"do\": \"menu\"", "\"do\": \"manu\"", StringComparison.Ordinal), 1, expected: HttpStatusCode.BadRequest))["problems"]!.AsArray()
            .Select(problem => (string)problem!["path"]!).Should().Equal("steps.menu.do");
        await PublishScenario(First.Replace("\"main\"", "\"other\"", StringComparison.Ordinal), 1, expected: HttpStatusCode.BadRequest);
        (await Service.Get($"{Main}/versions")).AsArray().Should().ContainSingle();
        (await Audited()).Should().BeEmpty();
        await Asked("+79160000001", "first.wav");
    }

    [Fact]
    public async Task Whoever_is_slower_is_told_and_undoes_nothing()
    {
        await PublishScenario(Second, 1);
        await PublishScenario(First, 1, expected: HttpStatusCode.Conflict);
        await Send(HttpMethod.Put, Main, new JsonObject { ["document"] = JsonNode.Parse(First) }, expected: HttpStatusCode.PreconditionFailed, ifMatch: "\"1\"");
        await Send(HttpMethod.Put, Main, new JsonObject { ["document"] = JsonNode.Parse(First) }, expected: HttpStatusCode.PreconditionRequired);
        (await PublishScenario(First, 2, query: "?dryRun=true"))["changes"]!.AsArray().Should().NotBeEmpty();
        ((int)(await Service.Get(Main))["version"]!).Should().Be(2);
        ((int)(await PublishScenario(Second, 2))["version"]!).Should().Be(2, "the same again is no version");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var body = new StringContent(new JsonObject { ["version"] = 2, ["document"] = JsonNode.Parse(First.Replace("first.wav", $"{i}.wav", StringComparison.Ordinal)) }.ToJsonString());
            using var response = await Service.Http.PutAsync(new Uri(Main, UriKind.Relative), body, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }));
        outcomes.Count(status => status == HttpStatusCode.OK).Should().Be(1);
        outcomes.Where(status => status != HttpStatusCode.OK).Should().AllBeEquivalentTo(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_scenario_nobody_had_is_published_and_a_line_led_to_it_and_it_is_taken_out_when_no_line_leads_to_it_any_more()
    {
        await Send(HttpMethod.Get, $"{Scenarios}/night", null, expected: HttpStatusCode.NotFound);
        await PublishScenario(Night, 1, "night", HttpStatusCode.NotFound);
        ((int)(await PublishScenario(Night, 0, "night"))["version"]!).Should().Be(1);
        await Publish(document => document["Lines"]!.AsArray().Add(new JsonObject { ["Number"] = "4000", ["Scenario"] = "night" }));
        var call = Telephony.Call("+79160000001", dialled: "4000");
        await Eventually.Holds(() => Task.FromResult(call.Played.Should().Contain("night.wav")));
        await Eventually.Holds(async () => ((string?)(await Of(call))["step"]).Should().Be("night@1.menu"));

        var refused = await Send(HttpMethod.Delete, $"{Scenarios}/night", null, expected: HttpStatusCode.BadRequest);
        ((string)refused["detail"]!).Should().Contain("Scenario is \"night\", which is not there.");
        await Publish(document => document["Lines"]!.AsArray().RemoveAt(1));
        await Send(HttpMethod.Delete, $"{Scenarios}/night", null, expected: HttpStatusCode.NoContent);

        await Send(HttpMethod.Get, $"{Scenarios}/night", null, expected: HttpStatusCode.NotFound);
        (await Audited()).Should().Equal("olga: takeOutScenario night", "olga: configure 3", "olga: configure 2", "olga: publishScenario night 1");
        call.Press('1');
        await WaitsIn(call, "support");
        ((int)(await PublishScenario(Night, 0, "night"))["version"]!).Should().Be(3, "numbers go on");
    }

    [Fact]
    public async Task What_happens_to_scenarios_is_told_by_server_sent_events()
    {
        await using var reader = await Happenings.EventReader.Open(Service.Http);
        (await reader.Until("scenario", told => (int?)told["version"] == 1))["lines"]![0]!.ToString().Should().Be("3000");
        await PublishScenario(Second, 1);
        (await reader.Until("scenario", told => (int?)told["version"] == 2))["by"]!.ToString().Should().Be("olga");
    }

    [Fact]
    public async Task The_list_has_what_its_docs_say_and_nothing_of_our_own() =>
        (await Listed()).AsObject().Select(field => field.Key).Should().Equal("name", "version", "since", "by", "comment", "source", "draft", "lines", "calendars");

    const string Night = """
        {
          "name": "night", "start": "menu",
          "steps": { "menu": { "do": "menu", "prompt": "night.wav", "keys": { "1": "support" }, "patienceSeconds": 300, "otherwise": "support" }, "support": { "do": "queue", "queue": "support" } }
        }
        """;

    Task<JsonNode> PutDraft(string document) => Send(HttpMethod.Put, $"{Main}/draft", new JsonObject { ["document"] = JsonNode.Parse(document) });

    async Task<JsonNode> Listed() => (await Service.Get(Scenarios)).AsArray().Single()!;

    async Task<JsonNode> Of(FakeCall call) => (await Service.Get("/api/calls")).AsArray().Single(one => (string)one!["id"]! == call.Info.Ref.Id)!;
}
