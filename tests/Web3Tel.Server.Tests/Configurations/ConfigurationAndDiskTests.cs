using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Queues;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Server.Versions;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class ConfigurationAndDiskTests : ConfigurationTest
{
    readonly FaultyDisk disk = new();

    public override async ValueTask DisposeAsync()
    {
        disk.Full = false;
        await base.DisposeAsync();
        disk.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task With_a_full_disk_nothing_changes_and_the_answer_says_so_and_it_does_not_come_true_later()
    {
        disk.Full = true;
        var refused = await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown", expected: HttpStatusCode.InsufficientStorage);
        ((string?)refused["detail"]).Should().Be(
            "The disk does not take it (No space left on device), and nothing has changed. Free or mend the disk, and give it again.");
        (await Version()).Should().Be(1);

        disk.Full = false;
        (await Service.Get(Address + "/versions")).AsArray().Should().ContainSingle();
        await Restart();
        (await Version()).Should().Be(1);

        (await Publish(document => Queue(document, "sales")["Strategy"] = "RingAll"))["version"]!.GetValue<int>().Should().Be(2);
    }

    [Fact]
    public async Task A_change_takes_effect_when_it_is_on_the_disk_and_not_before()
    {
        disk.HoldFlushes();
        var publishing = Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");
        disk.AwaitHeldFlush().Should().BeTrue();
        (await Version()).Should().Be(1);
        (await Service.Get("/api/queues"))[0]!["configuration"]!.GetValue<int>().Should().Be(1);

        disk.LetFlushesPass();
        (await publishing)["version"]!.GetValue<int>().Should().Be(2);
    }

    [Fact]
    public async Task After_a_restart_the_last_version_is_valid_and_all_others_are_there()
    {
        await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");
        await Publish(document => document["Operators"]!.AsArray().Add(new JsonObject { ["Id"] = "1003", ["Name"] = "Clara" }), by: "anna");
        await Restart();

        var valid = await Valid();
        ((int)valid["version"]!, (string?)valid["by"]).Should().Be((3, "anna"));
        (await Operator("1003"))!["name"]!.ToString().Should().Be("Clara");
        (await Service.Get(Address + "/versions")).AsArray().Should().HaveCount(3);
    }

    [Fact]
    public async Task From_outside_what_was_published_is_read_beside_a_running_service()
    {
        var settings = Service.Services.GetRequiredService<ServiceSettings>();
        LastPublished.In(settings).CallCenter.Queues[0].Strategy.Should().Be(Strategy.LongestIdle);
        await Publish(document => Queue(document, "sales")["Strategy"] = "TopDown");

        LastPublished.In(settings).CallCenter.Queues[0].Strategy.Should().Be(Strategy.TopDown);

        (await Version()).Should().Be(2);
    }

    /// <summary>The crash between the disk and the call center.</summary>
    [Fact]
    public async Task What_was_kept_and_never_told_to_the_call_center_is_valid_from_the_next_start_on_and_in_the_audit_trail()
    {
        await Service.DisposeAsync();
        await using (var store = await VersionStore.Open(
            new StorageOptions(Folder.Path, TimeProvider.System), NullLogger.Instance))
        {
            var text = (await store.Published("configuration"))!.Content.Text.Replace("support", "service", StringComparison.Ordinal);
            await store.Append(new("configuration", DocumentState.Published, DocumentSource.Api, null, "olga", "", text));
        }

        await Start();

        (await Service.Get("/api/queues")).AsArray().Select(queue => ((string?)queue!["name"], (int)queue["configuration"]!)).Should().Equal(("sales", 2), ("service", 2));
        var record = (await Service.Get("/api/audit"))[0]!;
        ((string?)record["by"], (string?)record["act"], (string?)record["detail"]).Should().Be(("olga", "configure", "2"));
    }

    private protected override Task<RunningService> Begin() => RunningService.Start(Folder.Path, Telephony, disk.Open);
}
