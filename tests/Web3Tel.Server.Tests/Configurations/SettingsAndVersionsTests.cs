using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Versions;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class SettingsAndVersionsTests : ConfigurationTest
{
    private protected override Dictionary<string, string?> More { get; } = [];

    [Fact]
    public async Task Settings_that_did_not_change_are_no_new_version()
    {
        await Restart();

        (await Version()).Should().Be(1);
    }

    [Fact]
    public async Task Settings_that_were_changed_are_a_new_version_as_long_as_nobody_has_published_another()
    {
        await Restart(() => More["Web3Tel:Queues:2:Name"] = "vip");

        var valid = await Valid();
        ((int)valid["version"]!, (string?)valid["by"], (string?)valid["comment"]).Should().Be((2, "settings", "The settings have been changed."));
        (await Service.Get("/api/queues")).AsArray().Select(queue => (string?)queue!["name"]).Should().Contain("vip");
        (await Service.Get("/api/audit"))[0]!["by"]!.ToString().Should().Be("settings");
    }

    [Fact]
    public async Task What_somebody_published_stays_valid_and_it_is_told_what_the_settings_say_otherwise()
    {
        await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");
        await Restart(() => More["Web3Tel:Queues:1:WrapUpSeconds"] = "77");

        var valid = await Valid();
        ((int)valid["version"]!, (string?)valid["by"]).Should().Be((2, "olga"));
        ((string?)valid["settings"]).Should().StartWith("The settings differ from this version in 2 place(s), and what they say there is not used.");
        var settings = await Service.Get(Address + "/settings");
        settings["changes"]!.AsArray().Select(change => (string?)change).Should().Equal(
            "Queues[sales]:Strategy is gone; it was TopDown.", "Queues[support]:WrapUpSeconds is now 77.");
        (await Service.Get("/api/audit"))[0]!["detail"]!.ToString().Should().Be("2", "the restart is no change");

        var published = await Send(HttpMethod.Post, Address + "/settings", new JsonObject { ["version"] = 2, ["comment"] = "from the file" });
        ((int)published["version"]!, (string?)published["by"], (string?)published["settings"]).Should().Be((3, "olga", null));
        await Service.DisposeAsync();
        Logged().Should().Contain("The settings differ from version 2 of the configuration, which olga published");
    }

    [Fact]
    public async Task Settings_that_are_to_win_are_published_at_the_start()
    {
        await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");
        await Restart(() => More["Web3Tel:SettingsWin"] = "true");

        var valid = await Valid();
        ((int)valid["version"]!, (string?)valid["by"]).Should().Be((3, "settings"));
        Queue(valid["document"]!.AsObject(), "sales").ContainsKey("Strategy").Should().BeFalse();
    }

    [Fact]
    public async Task A_version_that_can_no_longer_be_used_stops_the_start_with_what_to_do()
    {
        await Publish(document => document["LineOut"] = "sofia/gateway/a/{number}");
        await Service.DisposeAsync();
        await BreakTheValidVersion();

        var start = () => Start();

        (await start.Should().ThrowAsync<SettingsException>()).Which.Message.Should()
            .Contain("Web3Tel of version 3, which mallory published, cannot be used any more.").And.Contain("Web3Tel:SettingsWin=true").And.Contain("Web3Tel:Queues is empty.");
        More["Web3Tel:SettingsWin"] = "true";
        await Start();
        (await Version()).Should().Be(4);
    }

    [Fact]
    public async Task After_a_damage_the_file_is_put_aside_and_numbers_go_on()
    {
        await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");
        await Publish(document => Queue(document, "sales")["Strategy"] = "RingAll");
        await Restart(() =>
        {
            File.Delete(Folder["versions-log.db"]);
            File.WriteAllText(Folder["versions.db"], new string('x', 20_000));
        });

        (await Version()).Should().Be(4, "the call center has known version 3");
        Directory.GetFiles(Folder.Path, "versions.db.damaged-*").Should().ContainSingle();
        await Service.DisposeAsync();
        Logged().Should().Contain("The versions of the configuration in").And.Contain("are damaged");
    }

    /// <summary>As a later version of the service may find one of before.</summary>
    async Task BreakTheValidVersion()
    {
        await using var store = await VersionStore.Open(
            new StorageOptions(Folder.Path, TimeProvider.System), NullLogger.Instance);
        await store.Append(new("configuration", DocumentState.Published, DocumentSource.Api, null, "mallory", "", "{}"));
    }
}
