using System.IO.Compression;
using System.Net;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Reviews;

/// <summary>Score cards of conversations.</summary>
public sealed class ScoresTests : ReviewTest
{
    [Fact]
    public async Task Count_by_the_weight_of_each_criterion_one_of_each_who_judges_and_the_mean_stands_by_operator()
    {
        var (first, second, other) = (await Talk("300"), await Talk("301"), await Talk("302", dialled: "2000"));
        await Judge(first, 0, 0);
        (await Judge(first, 2, 10)).StatusCode.Should().Be(HttpStatusCode.OK, "in the place of the one before");
        await Judge(first, 4, 5, "vera", "=better");
        await Judge(second, 4, 10);
        await Judge(other, 4, 0);

        var scores = (await Review(first))["scores"]!.AsArray();
        scores.Select(score => $"{score!["by"]} {score["operator"]} {score["share"]}").Should().Equal("olga 1001 0.875", "vera 1001 0.625");
        var quality = await Service.Get("/api/recordings/quality");
        quality.AsArray().Select(one => $"{one!["operator"]} {one["recordings"]} {one["scores"]} {one["average"]!.GetValue<double>():0.000}").Should().Equal("1001 2 3 0.833", "1002 1 1 0.250");
        (await Service.Get("/api/recordings/quality?queue=support")).AsArray().Should().ContainSingle();
        (await Service.Get("/api/recordings/quality?until=2020-01-01")).AsArray().Should().BeEmpty();
        await Service.Get("/api/recordings/quality?form=x", HttpStatusCode.BadRequest);
        await Eventually.Holds(async () => (await Service.Get("/api/audit"))[0]!.ToJsonString().Should().ContainAll("scoreRecording", "1002", $"{other} 25 %"));

        (await Send(HttpMethod.Post, $"{first}/score/delete", "vera")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Detail(await Send(HttpMethod.Post, $"{first}/score/delete", "vera"), HttpStatusCode.Conflict)).Should().Contain("vera has not judged");
        (await Review(first))["scores"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Keep_what_counted_then_when_the_form_changes_and_the_means_are_there_after_a_restart()
    {
        var id = await Talk("300");
        await Judge(id, 4, 5);
        More["Web3Tel:ScoreCard:1:Weight"] = "1";
        More["Web3Tel:ScoreCard:1:Id"] = "solution";

        await Restart();

        (await Review(id))["scores"]![0]!["share"]!.GetValue<double>().Should().Be(0.625);
        (await Service.Get("/api/recordings/quality"))[0]!["average"]!.GetValue<double>().Should().Be(0.625);
        (await Detail(await Judge(id, 4, 5), HttpStatusCode.BadRequest)).Should().Contain("The form has no \"answer\": give greeting, solution.");
    }

    [Fact]
    public async Task That_are_not_whole_or_of_nobody_who_talked_are_refused_in_words()
    {
        var id = await Talk("300");
        (await Detail(await Judge(id, 5, 5), HttpStatusCode.BadRequest)).Should().Be("Give 0 to 4 points for \"Greeting\".");
        (await Detail(await Judge(id, 4, -1), HttpStatusCode.BadRequest)).Should().Be("Give 0 to 10 points for \"answer\".");
        (await Detail(await Send(HttpMethod.Put, $"{id}/score", "olga", new { points = new { greeting = 1 } }), HttpStatusCode.BadRequest)).Should().Contain("answer");
        (await Detail(await Send(HttpMethod.Put, $"{id}/score", "olga", new { @operator = "1002", points = new { greeting = 1, answer = 1 } }), HttpStatusCode.BadRequest)).Should().Contain("who talked: 1001");
        (await Review(id))["scores"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task And_remarks_are_taken_away_with_the_recordings_and_are_no_programs()
    {
        var id = await Talk("300");
        await Talk("301");
        await Send(HttpMethod.Post, $"{id}/remarks", "olga", new { at = 7.5, text = "=1+1" });
        await Judge(id, 4, 5, "vera", "@fine");

        using var zip = new ZipArchive(new MemoryStream(await Service.Http.GetByteArrayAsync(new Uri("/api/recordings/export", UriKind.Relative), TestContext.Current.CancellationToken)));

        zip.Entries.Select(entry => entry.FullName).Should().EndWith(["recordings.csv", "remarks.csv", "scores.csv"]);
        Lines("recordings.csv")[0].Should().EndWith("\"note\",\"consultationOf\",\"remarks\",\"share\"");
        Lines("recordings.csv").Single(line => line.Contains(id, StringComparison.Ordinal)).Should().EndWith("\"1\",\"0.625\"");
        Lines("remarks.csv")[1].Should().StartWith($"\"{id}\",\"7.5\",\"'=1+1\",\"olga\",");
        Lines("scores.csv").Skip(1).Should().HaveCount(2).And.Contain(line => line.StartsWith($"\"{id}\",\"Anna (1001)\",\"vera\",", StringComparison.Ordinal) && line.EndsWith("\"0.625\",\"answer\",\"5\",\"10\",\"3\",\"'@fine\"", StringComparison.Ordinal));

        string[] Lines(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
