using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>Files of the settings, versions on the disk, and what a start makes of both.</summary>
public sealed class ScenariosAndDiskTests : ScenarioTest
{
    readonly FaultyDisk disk = new();
    readonly Dictionary<string, string?> set = [];

    private protected override Dictionary<string, string?> More => base.More.Concat(set).ToDictionary();

    public override async ValueTask DisposeAsync()
    {
        disk.Full = false;
        await base.DisposeAsync();
        disk.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override Task<RunningService> Begin() => RunningService.Start(Folder.Path, Telephony, disk.Open, More);

    [Fact]
    public async Task A_file_that_has_changed_is_a_version_as_long_as_nobody_has_published_another_and_the_earlier_ones_stay_for_the_calls_in_them()
    {
        await Restart(() => WriteFile(Second));
        (await Valid()).Should().Be((2, "settings", "Its file has been changed."));
        var back = Telephony.Call("+79160000001", dialled: "3000", remembered: ("web3tel_scenario", "main@1.menu"));
        await Eventually.Holds(() => Task.FromResult(back.Played.Should().Contain("first.wav")));

        await Restart();
        (await Valid()).Version.Should().Be(2, "nothing has changed");
        await PublishScenario(First, 2);
        await Restart(() => WriteFile(Second.Replace("second.wav", "third.wav", StringComparison.Ordinal)));
        (await Valid()).Should().Be((3, "api", "why"));
        await Asked("+79160000002", "first.wav");

        set[$"Web3Tel:{ServiceSettings.SettingsWinKey}"] = "true";
        await Restart();
        (await Valid()).Version.Should().Be(4);
        await Asked("+79160000003", "third.wav");
    }

    [Fact]
    public async Task What_was_published_leads_where_only_the_published_configuration_does_and_is_there_after_a_restart()
    {
        await Publish(document => document["Queues"]!.AsArray().Add(new JsonObject { ["Name"] = "night" }));
        await PublishScenario(First.Replace("\"queue\": \"support\"", "\"queue\": \"night\"", StringComparison.Ordinal), 1);
        await PublishScenario("""{ "name": "other", "start": "end", "steps": { "end": { "do": "hangup" } } }""", 0, "other");
        await Publish(document => document["Lines"]!.AsArray().Add(new JsonObject { ["Number"] = "4000", ["Scenario"] = "other" }));

        await Restart();

        var call = await Asked("+79160000001", "first.wav");
        call.Press('1');
        await WaitsIn(call, "night");
        (await Service.Get(Scenarios)).AsArray().Select(one => (string)one!["name"]!).Should().Equal("main", "other");
        LastPublished.In(Seen()).Scenarios.Select(scenario => (scenario.Name, scenario.Version)).Should().Equal([("main", 2), ("other", 1)], "the doctor sees the same");
    }

    [Fact]
    public async Task A_file_with_a_mistake_stops_the_start_and_is_no_version()
    {
        var starting = () => Restart(() => WriteFile(First.Replace("\"queue\": \"support\"", "\"queue\": \"gone\"", StringComparison.Ordinal)));
        (await starting.Should().ThrowAsync<SettingsException>()).Which.Errors.Should().Contain(error => error.What.Contains("main: steps.support.queue: \"gone\" is not a queue."));
        WriteFile(First);
        await Start();
        (await Service.Get($"{Main}/versions")).AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task With_a_full_disk_nothing_changes_and_the_answer_says_so_and_it_does_not_come_true_later()
    {
        disk.Full = true;
        await PublishScenario(Second, 1, expected: HttpStatusCode.InsufficientStorage);
        await Send(HttpMethod.Put, $"{Main}/draft", new JsonObject { ["document"] = JsonNode.Parse(Second) }, expected: HttpStatusCode.InsufficientStorage);
        await Asked("+79160000001", "first.wav");
        disk.Full = false;
        await Restart();
        (await Valid()).Version.Should().Be(1);
        ((int)(await PublishScenario(Second, 1))["version"]!).Should().Be(2);
    }

    [Fact]
    public async Task A_file_that_is_gone_takes_its_scenario_out_where_nothing_leads_to_it()
    {
        await Publish(document => document["Lines"]!.AsArray().Clear());
        await Restart(() => File.Delete(Path.Combine(Folder["lines"], "main.json")));
        (await Service.Get(Scenarios)).AsArray().Single()!["version"].Should().BeNull();
        (await Service.Get($"{Main}/versions"))[0]!["state"]!.ToString().Should().Be("takenOut");
    }

    new async Task<(int Version, string Source, string Comment)> Valid()
    {
        var main = await Service.Get(Main);
        return ((int)main["version"]!, (string)main["source"]!, (string)main["comment"]!);
    }

    ServiceSettings Seen() => Service.Services.GetService(typeof(ServiceSettings)) as ServiceSettings ?? throw new InvalidOperationException("There are no settings.");
}
