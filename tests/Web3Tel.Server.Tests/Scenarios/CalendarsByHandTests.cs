using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using FluentAssertions.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Hours;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Server.Versions;
using Xunit;

namespace Web3Tel.Server.Tests.Scenarios;

/// <summary>A line opened and closed by hand, whatever its calendar says.</summary>
public sealed class CalendarsByHandTests : ScenarioTest
{
    const string Always = """
        {
          "name": "main", "start": "hours", "calendars": { "office": { "week": { "monday-sunday": [ "00:00-24:00" ] } } },
          "steps": {
            "hours": { "do": "hours", "calendar": "office", "open": "open", "closed": "closed" },
            "open": { "do": "play", "prompt": "open.wav", "next": "support" }, "support": { "do": "queue", "queue": "support" },
            "closed": { "do": "hangup", "prompt": "closed.wav" }
          }
        }
        """;

    const string Office = $"{Main}/calendars/office/by-hand";

    [Fact]
    public async Task The_next_caller_meets_what_was_set_by_hand_also_after_a_restart_until_it_is_taken_back()
    {
        await PublishScenario(Always, 1);
        await Asked("+79160000001", "open.wav");

        var until = TimeProvider.System.GetUtcNow().AddHours(1);
        await Send(HttpMethod.Put, Office, Closed(until), expected: HttpStatusCode.NoContent);

        await Asked("+79160000002", "closed.wav");
        (await Service.Get(Scenarios))[0]!["calendars"]![0]!.ToJsonString().Should().Contain("\"isOpen\":false,\"byHand\":false");
        await Restart();
        await Asked("+79160000003", "closed.wav");
        await Send(HttpMethod.Delete, Office, null, expected: HttpStatusCode.NoContent);
        await Asked("+79160000004", "open.wav");
        (await Service.Get($"{Main}/calendars"))[0]!["isOpen"]!.GetValue<bool>().Should().BeTrue();
        (await Audited()).Should().Equal("olga: followCalendar main.office", $"olga: closeByHand main.office until {until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}", "olga: publishScenario main 2");
    }

    [Fact]
    public async Task What_cannot_be_set_is_refused()
    {
        await PublishScenario(Always, 1);
        await Send(HttpMethod.Put, Office, Closed(TimeProvider.System.GetUtcNow().AddHours(-1)), expected: HttpStatusCode.BadRequest);
        await Send(HttpMethod.Put, Office, new JsonObject { ["open"] = true }, expected: HttpStatusCode.BadRequest);
        await Send(HttpMethod.Put, Office.Replace("office", "gone", StringComparison.Ordinal), Closed(TimeProvider.System.GetUtcNow().AddHours(1)), expected: HttpStatusCode.NotFound);
        (await Audited()).Should().Equal("olga: publishScenario main 2");
    }

    [Fact]
    public async Task It_ends_by_itself_and_is_not_set_before_it_is_on_the_disk()
    {
        using var folder = new TempFolder();
        using var disk = new FaultyDisk();
        var time = new VirtualTime(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await using var store = await VersionStore.Open(new StorageOptions(folder.Path, time, disk.Open), NullLogger.Instance);
        using var byHand = new CalendarsByHand(time);
        await byHand.Begin(store);
        await byHand.Set("main.office", new HandSetting(false, time.GetUtcNow() + 1.Hours()), "olga", "");
        byHand.Find("main.office")!.Open.Should().BeFalse();
        disk.Full = true;
        await FluentActions.Awaiting(() => byHand.Set("main.office", null, "olga", "")).Should().ThrowAsync<IOException>();
        byHand.Find("main.office").Should().NotBeNull();
        disk.Full = false;
        time.Advance(1.Hours());
        byHand.Find("main.office").Should().BeNull();
    }

    static JsonObject Closed(DateTimeOffset until) => new() { ["open"] = false, ["until"] = until, ["comment"] = "Fire drill" };
}
