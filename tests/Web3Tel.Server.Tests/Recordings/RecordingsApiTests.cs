using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class RecordingsApiTests : RecordingServiceTest
{
    const string Sound = "RIFF one two three";

    [Fact]
    public async Task A_conversation_is_found_by_who_called_who_answered_and_when_and_is_heard_and_checked()
    {
        var id = await Talk("+7 (916) 123-45-67", "Иван", sound: Sound);
        await Talk("300", dialled: "2000");

        var found = await Finished(id);

        found["operators"]!.AsArray().Select(one => one!.ToString()).Should().Equal("1001");
        (found["from"]!.ToString(), found["to"]!.ToString(), found["line"]!.ToString(), found["queue"]!.ToString(), found["name"]!.ToString(), found["direction"]!.ToString(), found["result"]!.ToString())
            .Should().Be(("+7 (916) 123-45-67", "1000", "1000", "sales", "Иван", "incoming", "answered"));
        found["size"]!.GetValue<long>().Should().Be(Sound.Length);
        found["sha256"]!.ToString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sound))));
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Moscow").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var query in new[] { "number=123-45", "from=%2B7916", "operator=ann", "operator=1001", "queue=sales", $"since={today}&until={today}&operator=ANNA&number=9161" })
        {
            (await Find(query)).Select(one => one!["id"]!.ToString()).Should().Equal([id], query);
        }

        foreach (var query in new[] { "number=999", "operator=nobody", "operator=100", "queue=support&operator=anna", "until=2020-01-01", "minSeconds=3600", "to=2000&queue=sales" })
        {
            (await Find(query)).Should().BeEmpty(query);
        }

        (await Service.Http.GetStringAsync(new Uri($"/api/recordings/{id}/audio", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Be(Sound);
        (await Service.Get($"/api/recordings/{id}/check"))["verdict"]!.ToString().Should().Be("same");
    }

    [Fact]
    public async Task A_player_may_ask_for_a_part_of_the_sound()
    {
        var id = await Talk("300", sound: Sound);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/recordings/{id}/audio") { Headers = { Range = new RangeHeaderValue(5, 7) } };

        using var response = await Service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentType!.MediaType.Should().Be("audio/wav");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("one");
    }

    [Fact]
    public async Task A_file_that_was_changed_or_taken_away_is_told_when_it_is_checked()
    {
        var id = await Talk("300", sound: Sound);
        var path = PathOf((await Finished(id))["path"]!.ToString());

        File.WriteAllText(path, Sound.Replace("two", "TWO", StringComparison.Ordinal));
        (await Service.Get($"/api/recordings/{id}/check"))["verdict"]!.ToString().Should().Be("changed");

        File.Delete(path);
        (await Service.Get($"/api/recordings/{id}/check"))["verdict"]!.ToString().Should().Be("missing");
        (await Service.Get($"/api/recordings/{id}/audio", HttpStatusCode.NotFound))["detail"]!.ToString().Should().Be($"The file of the recording \"{id}\" is not there.");
    }

    [Theory]
    [InlineData("since=yesterday", "since")]
    [InlineData("until=2026-02-30", "until")]
    [InlineData("since=2026-11-24&until=2026-11-23", "until")]
    [InlineData("dayFrom=25:00&dayTo=noon", "dayFrom dayTo")]
    [InlineData("number=anna&from=x&to=y", "from number to")]
    [InlineData("minSeconds=-1&maxSeconds=long", "maxSeconds minSeconds")]
    [InlineData("minSeconds=20&maxSeconds=10", "maxSeconds")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001&queue=a&queue=b", "limit queue")]
    [InlineData("before=nobody", "before")]
    [InlineData("operater=anna", "operater")]
    public async Task Each_parameter_that_is_wrong_is_named(string query, string wrong)
    {
        var problem = await Service.Get($"/api/recordings?{query}", HttpStatusCode.BadRequest);

        problem["errors"]!.AsObject().Select(error => error.Key).Should().Equal(wrong.Split(' '));
        problem["detail"]!.ToString().Should().Contain(wrong.Split(' ')[0]);
        problem["status"]!.GetValue<int>().Should().Be(400);
    }

    [Theory]
    [InlineData("/api/recordings/x/audio")]
    [InlineData("/api/recordings/..%2F..%2Fstate.json/audio")]
    [InlineData("/api/recordings/x/check")]
    public async Task What_is_no_recording_is_told(string path) =>
        (await Service.Get(path, HttpStatusCode.NotFound))["detail"]!.ToString().Should().StartWith("There is no recording");

    [Theory]
    [InlineData("before=x")]
    [InlineData("limit=5")]
    [InlineData("nubmer=5")]
    public async Task An_export_refuses_what_it_would_not_heed(string query) => await Service.Get($"/api/recordings/export?{query}", HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_is_found_is_taken_away_as_a_zip_with_a_table_that_is_no_program()
    {
        var kept = await Talk("+7 916 000", "=HYPERLINK(\"http://evil\")", sound: Sound);
        var lost = await Talk("+7 916 001", "Вера", sound: null);
        await Talk("300", dialled: "2000");
        await Finished(kept);

        using var zip = new ZipArchive(new MemoryStream(await Service.Http.GetByteArrayAsync(
            new Uri("/api/recordings/export?queue=sales&number=916", UriKind.Relative), TestContext.Current.CancellationToken)));

        zip.Entries.Select(entry => entry.FullName).Should().Equal((await Find("number=916000"))[0]!["path"]!.ToString(), "recordings.csv");
        Read(zip.Entries[0]).Should().Be(Sound);
        var lines = Read(zip.Entries[1]).Split("\r\n");
        lines.Should().HaveCount(4);
        lines[1].Should().Contain("\"Missing\"").And.Contain(lost).And.Contain("\"Вера\"");
        lines[2].Should().Contain("\"'=HYPERLINK(\"\"http://evil\"\")\"").And.Contain("\"Included\"").And.Contain("\"'+7 916 000\"").And.Contain("\"Anna (1001)\"").And.Contain("+03:00\"");

        static string Read(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }
}
