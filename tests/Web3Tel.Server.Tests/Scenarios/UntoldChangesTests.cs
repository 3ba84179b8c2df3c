using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Scenarios;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Versions;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>A service that dies when a change is on the disk and not yet in the audit trail.</summary>
public sealed class UntoldChangesTests : ScenarioTest
{
    static readonly DateTimeOffset Until = TimeProvider.System.GetUtcNow().AddHours(1);

    [Fact]
    public async Task A_scenario_published_in_the_moment_of_death_is_in_the_audit_trail_after_the_start_and_once()
    {
        await DiesAfter(Scenario("main", DocumentState.Published, Second));
        (await Audited()).Should().Equal("vera: publishScenario main 2");

        await Restart();
        (await Audited()).Should().ContainSingle();
    }

    [Fact]
    public async Task One_taken_out_and_one_published_before_are_told_apart()
    {
        await PublishScenario(First.Replace("\"main\"", "\"other\"", StringComparison.Ordinal), 0, name: "other");

        await DiesAfter(Scenario("other", DocumentState.TakenOut, First));

        (await Audited()).Should().Equal("vera: takeOutScenario other", "olga: publishScenario other 1");
    }

    [Fact]
    public async Task Hours_closed_by_hand_and_given_back_are_told_too()
    {
        await DiesAfter(ByHand($$"""{ "main.office": { "open": false, "until": "{{Until:O}}" } }"""));
        (await Audited()).Should().Equal($"vera: closeByHand main.office until {Until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");

        await DiesAfter(ByHand("{}"));
        (await Audited())[0].Should().Be("vera: followCalendar main.office");
    }

    [Fact]
    public async Task What_was_told_what_is_a_draft_and_what_files_say_is_not_told()
    {
        await PublishScenario(Second, 1);
        await Send(HttpMethod.Put, $"{Main}/draft", new JsonObject { ["comment"] = "", ["document"] = JsonNode.Parse(First) });

        await DiesAfter(Scenario("main", DocumentState.Draft, First));
        (await Audited()).Should().Equal("olga: publishScenario main 2");
    }

    static Draft Scenario(string name, DocumentState state, string text) => new(
        KeptScenario.KindOf(name), state, DocumentSource.Api, Repeats: null, "vera", "", KeptScenario.TextOf(ScenarioJson.Read(text).Scenario! with { Name = name }));

    static Draft ByHand(string text) => new(CalendarsByHand.Kind, DocumentState.Published, DocumentSource.Api, Repeats: null, "vera", "", text);

    /// <summary>The change is on the disk, and nothing came after it.</summary>
    async Task DiesAfter(Draft change)
    {
        await Service.DisposeAsync();
        await using (var versions = await VersionStore.Open(new StorageOptions(Folder.Path, TimeProvider.System), NullLogger.Instance))
        {
            await versions.Append(change);
        }

        await Start();
    }
}
