using System.Text;
using FluentAssertions;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Reports;

/// <summary>The report of the day before, by e-mail.</summary>
public sealed class MorningReportTests() : RunningServiceTest(connected: true)
{
    static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    static readonly DateOnly Day = new(2026, 11, 24);

    /// <summary>Nobody listens there: e-mails stay in the outbox.</summary>
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:TimeZone"] = Daytime.Zone(),
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = "9",
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:From"] = "calls@example.com",
        ["Web3Tel:MorningReport:To:0"] = "olga@example.com",
        ["Web3Tel:MorningReport:To:1"] = "pavel@example.com",
        ["Web3Tel:MorningReport:At"] = "00:00",
    };

    [Fact]
    public async Task That_of_yesterday_is_sent_once_whatever_becomes_of_the_service_and_none_of_the_days_before()
    {
        await Eventually.Holds(async () => (await Service.Get("/api/mail"))["mails"]!.AsArray().Should().ContainSingle());
        await Restart();
        await Eventually.Holds(async () => (await Service.Get("/api/reports/queues"))["rows"].Should().NotBeNull());

        var mail = (await Service.Get("/api/mail"))["mails"]!.AsArray().Should().ContainSingle().Subject!;
        var yesterday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(More["Web3Tel:TimeZone"]!)).DateTime).AddDays(-1);
        ((string?)mail["key"]).Should().Be($"report-{yesterday:yyyy-MM-dd}");
        mail["recipients"]!.AsArray().Select(to => (string?)to!["address"]).Should().Equal("olga@example.com", "pavel@example.com");
        Path.GetFileName((string?)mail["attachment"]).Should().Be($"report-{yesterday:yyyy-MM-dd}.csv");
        (await File.ReadAllTextAsync(Folder[$"morning/report-{yesterday:yyyy-MM-dd}.csv"], TestContext.Current.CancellationToken)).Should().StartWith("\"From\",\"To\",\"Queue\",\"Offered\"");
    }

    [Theory]
    [InlineData("2026-11-25T03:59:59Z", null)]
    [InlineData("2026-11-25T04:00:00Z", "2026-11-24")]
    [InlineData("2026-11-25T20:59:59Z", "2026-11-24")]
    [InlineData("2026-11-25T21:00:00Z", null)]
    public void It_is_that_of_yesterday_from_the_time_on_to_the_end_of_the_day(string now, string? day) =>
        MorningReport.Due(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), Moscow, new TimeOnly(7, 0))
            .Should().Be(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Each_queue_has_its_figures_in_words_and_its_half_hours_in_the_table()
    {
        var made = Of(Language.English, "sales");
        made.Made("/x.csv").Text.Should().Be("""
            Calls of 24 November 2026, by the clock of Europe/Moscow.

            sales
              Offered: 3
              Answered: 2
              Answered in time: 1
              Abandoned: 1
              Service level: 33.3 %
              Average speed of answer, s: 20
              Longest wait, s: 40
              Conversations: 0
              Voicemails left: 0
              Callbacks promised: 0
              Called back: 0

            By half hours in the table attached.

            """.ReplaceLineEndings("\n"));
        var table = Encoding.UTF8.GetString(made.Table()).Split("\r\n");
        table.Should().HaveCount(3, "a header, one half hour, and nothing of the other queue");
        table[1].Should().StartWith("\"2026-11-24T10:00+03:00\",\"2026-11-24T10:30+03:00\",\"sales\",\"3\"");
    }

    [Fact]
    public void In_Russian_too_and_of_all_queues_where_none_is_named()
    {
        var email = Of(Language.Russian).Made("/x.csv");
        email.Subject.Should().Be("Колл-центр: отчёт за 24.11.2026");
        email.Text.Should().Contain("Звонки за 24.11.2026, время по часовому поясу Europe/Moscow.").And.Contain("sales\n  Поступило: 3").And.Contain("support\n  Поступило: 1");
    }

    static MorningEmail Of(Language language, params string[] queues)
    {
        var report = new Report(new ReportQuery
        {
            Subject = Subject.Queue,
            From = Stretches.Midnight(Day, Moscow),
            To = Stretches.Midnight(Day.AddDays(1), Moscow),
            Zone = Moscow,
            Interval = Interval.HalfHour,
        });
        var facts = new Facts();
        var slot = facts.In(Slot.Of(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero)));
        slot.Of(Subject.Queue, "sales").Count(Measure.Offered, 3);
        slot.Of(Subject.Queue, "sales").CountAnswered(TimeSpan.FromSeconds(10), 1);
        slot.Of(Subject.Queue, "sales").CountAnswered(TimeSpan.FromSeconds(30), 1);
        slot.Of(Subject.Queue, "sales").CountAbandoned(TimeSpan.FromSeconds(40), 1);
        slot.Of(Subject.Queue, "support").Count(Measure.Offered, 1);
        report.Add(facts);
        return new MorningEmail(new MorningReportSettings(["olga@example.com"], new TimeOnly(7, 0), language, [.. queues]), Day, new ReportAnswer(report, null, IsUpToDate: true, null));
    }
}
