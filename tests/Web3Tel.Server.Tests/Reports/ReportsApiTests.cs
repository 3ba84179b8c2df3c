using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Reports;

public sealed class ReportsApiTests() : RunningServiceTest(connected: true)
{
    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:TimeZone"] = Daytime.Zone() };

    [Fact]
    public async Task The_day_is_told_up_to_now_and_is_the_same_after_a_restart_and_when_the_facts_are_deleted()
    {
        await Talk("+7 916 1");
        await Command("wrap-up/end", "{}");
        var waiting = Telephony.Call("+7 916 2", dialled: "2000");
        await Eventually.Holds(async () => (await Service.Get("/api/calls")).AsArray().Should().ContainSingle().Which!["state"]!.ToString().Should().Be("waiting"));

        JsonNode queues = null!;
        await Eventually.Holds(async () =>
        {
            queues = await Service.Get("/api/reports/queues?abandonedWithin=3600");
            Of(queues, "queue", "support", "offered", "waiting", "abandoned").Should().Equal(1, 1, 0);
            queues["isUpToDate"]!.GetValue<bool>().Should().BeTrue();
        });
        queues["timeZone"]!.ToString().Should().Be(More["Web3Tel:TimeZone"]);
        Of(queues, "queue", "sales", "offered", "answered", "answeredWithin", "conversations", "waiting").Should().Equal(1, 1, 1, 1, 0);
        queues["total"]!["serviceLevel"]!.GetValue<double>().Should().Be(1);

        waiting.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => Of(await Service.Get("/api/reports/queues?abandonedWithin=3600"), "queue", "support", "waiting", "abandoned", "abandonedWithin").Should().Equal(0, 1, 1));
        var lines = (await Service.Get("/api/reports/lines?interval=15"))["rows"]!.ToJsonString();

        await Restart();
        await Eventually.Holds(async () => (await Service.Get("/api/reports/lines?interval=15"))["rows"]!.ToJsonString().Should().Be(lines));

        await Restart(() => File.Delete(Folder["reports.db"]));
        await Eventually.Holds(async () => (await Service.Get("/api/reports/lines?interval=15"))["rows"]!.ToJsonString().Should().Be(lines));
    }

    [Fact]
    public async Task Operators_are_told_with_breaks_by_reason()
    {
        await Talk("300");
        await Command("wrap-up/end", "{}");
        await Command("break", """{"reason":"break"}""");
        await Eventually.Holds(async () =>
        {
            var anna = (await Service.Get("/api/reports/operators?operator=1001"))["totals"]!.AsArray().Single()!;
            anna["name"]!.ToString().Should().Be("Anna");
            anna["breaks"]!["break"]!.GetValue<double>().Should().BePositive().And.Be(anna["breakSeconds"]!.GetValue<double>());
            (anna["atWorkSeconds"]!.GetValue<double>() + anna["breakSeconds"]!.GetValue<double>()).Should().BeApproximately(anna["signedInSeconds"]!.GetValue<double>(), 0.01);
        });

        var (header, rows) = await Csv("/api/reports/operators?format=csv&lang=ru&interval=whole");
        header.Should().StartWith("\"С\",\"По\",\"Оператор\",\"Имя\",\"Предложено\"").And.EndWith("\"Перерыв break, с\"");
        rows.Should().HaveCount(2).And.Contain(row => row.Contains("\"1002\",\"Вера\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_is_asked_for_by_the_address_or_by_the_header_and_is_no_program()
    {
        Telephony.Call("300", dialled: "=HYPERLINK(1)").End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await Service.Get("/api/reports/lines"))["rows"]!.AsArray().Should().HaveCount(1));

        var (header, rows) = await Csv("/api/reports/lines?format=csv");
        header.Should().StartWith("\"From\",\"To\",\"Line\",\"Calls\"");
        rows.Single().Should().Contain("\"'=HYPERLINK(1)\",\"1\"").And.MatchRegex("""^"\d{4}-\d\d-\d\dT00:00\+(03|12):00",""");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reports/lines") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/csv") } } };
        using var response = await Service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be("lines.csv");
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().StartWith([0xEF, 0xBB, 0xBF], "Excel takes it for UTF-8 by that");
    }

    [Theory]
    [InlineData("from=yesterday&to=2026-02-30&interval=45", "from interval to")]
    [InlineData("from=2026-11-24T10:10&to=2026-11-24T12:00:01", "from to")]
    [InlineData("from=2026-11-24&to=2026-11-23", "to")]
    [InlineData("from=2025-01-01&to=2026-11-24", "to")]
    [InlineData("from=2026-01-01&to=2026-11-24&interval=15", "interval")]
    [InlineData("from=0001-01-01&to=9999-12-31", "from to")]
    [InlineData("timeZone=Moscow&answeredWithin=-1&abandonedWithin=x&format=xls&lang=de", "abandonedWithin answeredWithin format lang timeZone")]
    [InlineData("operator=1001&queue=a&queue=b", "operator queue")]
    public async Task Each_parameter_that_is_wrong_is_named(string query, string wrong)
    {
        var problem = await Service.Get($"/api/reports/queues?{query}", HttpStatusCode.BadRequest);

        problem["errors"]!.AsObject().Select(error => error.Key).Should().Equal(wrong.Split(' '));
        problem["detail"]!.ToString().Should().Contain(wrong.Split(' ')[0]);
    }

    async Task Command(string what, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Service.Http.PostAsync(new Uri($"/api/operators/1001/{what}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    async Task Talk(string number)
    {
        var caller = Telephony.Call(number);
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(() => Service.Get($"/api/history/{caller.Info.Ref.Id}"));
    }

    async Task<(string Header, string[] Rows)> Csv(string path)
    {
        var lines = (await Service.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return (lines[0], lines[1..]);
    }

    static IEnumerable<int> Of(JsonNode report, string subject, string name, params string[] figures)
    {
        var row = report["totals"]!.AsArray().Single(row => row![subject]!.ToString() == name)!;
        return figures.Select(figure => (int)row[figure]!.GetValue<double>());
    }
}
