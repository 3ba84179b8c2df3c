using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Reviews;

/// <summary>Comments at moments of a recording.</summary>
public sealed class RemarksTests : ReviewTest
{
    [Fact]
    public async Task Lie_in_the_order_of_their_moments_with_who_and_when_also_after_a_restart_and_each_is_in_the_audit_trail_without_its_words()
    {
        var id = await Talk("300");
        (await Mark(id, 61.26, " <b>rude</b> ", "vera")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Mark(id, 5, "no name")).StatusCode.Should().Be(HttpStatusCode.OK);

        await Restart();

        var remarks = (await Review(id))["remarks"]!.AsArray();
        remarks.Select(remark => $"{remark!["at"]} {remark["text"]} {remark["by"]}").Should().Equal("5 no name olga", "61.3 <b>rude</b> vera");
        DateTimeOffset.Parse(remarks[0]!["written"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(2));
        (await Audit()).Should().Equal($"olga markRecording 1001 {id}", $"vera markRecording 1001 {id}");
    }

    [Fact]
    public async Task Are_taken_away_once_and_others_stay()
    {
        var id = await Talk("300");
        var mine = JsonNode.Parse(await (await Mark(id, 1, "mine")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!.ToString();
        await Mark(id, 2, "hers", "vera");

        (await Send(HttpMethod.Post, $"{id}/remarks/{mine}/delete", "olga")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Detail(await Send(HttpMethod.Post, $"{id}/remarks/{mine}/delete", "olga"), HttpStatusCode.Conflict)).Should().Contain("no such comment");
        (await Review(id))["remarks"]!.AsArray().Select(remark => remark!["text"]!.ToString()).Should().Equal("hers");
        await Eventually.Holds(async () => (await Audit())[0].Should().Be($"olga unmarkRecording 1001 {id}"));
    }

    [Theory]
    [InlineData(-1, "text", "from 0 to 86400")]
    [InlineData(90_000, "text", "from 0 to 86400")]
    [InlineData(1, "  ", "Write something")]
    public async Task That_make_no_sense_are_refused_in_words(double at, string text, string why)
    {
        var id = await Talk("300");
        (await Detail(await Mark(id, at, text), HttpStatusCode.BadRequest)).Should().Contain(why);
        (await Detail(await Mark(id, 1, new string('x', 2_001)), HttpStatusCode.BadRequest)).Should().Contain("2000 characters");
        (await Review(id))["remarks"]!.AsArray().Should().BeEmpty();
        (await Detail(await Mark("nothing", 1, "x"), HttpStatusCode.NotFound)).Should().Contain("There is no recording");
    }

    [Fact]
    public async Task Are_gone_with_their_recording_and_those_of_others_stay()
    {
        var (old, kept) = (await Talk("300"), await Talk("301", dialled: "2000"));
        await Finished(old);
        await Finished(kept);
        await Mark(old, 1, "old");
        await Judge(old, 4, 10);
        (await Mark(kept, 1, "kept")).StatusCode.Should().Be(HttpStatusCode.OK);
        var center = Service.Services.GetRequiredService<CallCenterService>();

        await new RecordingRetention(
            [new RetentionRule("sales", 30)], center, center.Recordings, new RecordingFolder(Recordings), new VirtualTime(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(31)), NullLogger.Instance)
            .Run(TestContext.Current.CancellationToken);

        (await center.Reviews.Find(old)).Should().BeNull();
        (await Service.Get("/api/recordings/quality")).AsArray().Should().BeEmpty();
        (await Review(kept))["remarks"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Of_a_damaged_file_that_cannot_be_read_the_file_is_put_aside_and_new_ones_are_kept()
    {
        var id = await Talk("300");
        await Mark(id, 1, "lost");

        await Restart(() => File.WriteAllText(Folder["reviews.db"], new string('?', 30_000)));

        (await Review(id))["remarks"]!.AsArray().Should().BeEmpty();
        Directory.GetFiles(Folder.Path, "reviews.db.damaged-*").Should().ContainSingle();
        (await Mark(id, 1, "kept")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    async Task<string[]> Audit()
    {
        string[] acts = [];
        await Eventually.Holds(async () =>
        {
            acts = [.. (await Service.Get("/api/audit")).AsArray().Select(record => $"{record!["by"]} {record["act"]} {record["agent"]} {record["detail"]}").Where(one => one.Contains("mark", StringComparison.OrdinalIgnoreCase))];
            acts.Length.Should().BeGreaterThan(1);
        });
        return acts;
    }
}
