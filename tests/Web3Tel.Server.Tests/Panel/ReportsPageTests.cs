using System.Net;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Reports;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Panel.Parts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class ReportsPageTests : PanelTest
{
    [Fact]
    public async Task What_was_counted_is_drawn_and_written_in_tables_in_both_languages()
    {
        Telephony.Call("301", "Gone").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        Telephony.Call("302", "Ivan");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await Page("/reports?lang=en")).Should().ContainAll("answered 1, abandoned 1", "Service level", "sales", "/api/reports/queues?interval=30&amp;lang=en&amp;format=csv"));
        await Eventually.Holds(async () => (await Page("/reports?lang=ru&of=operators")).Should().ContainAll("<html lang=\"ru\"", "Anna", "разговоры 1", "Занятость", "api/reports/operators?"));
        (await Page("/reports?lang=en&of=queues&name=support")).Should().Contain("Queues · support").And.NotContain("<bdi>sales");
        (await Page("/reports?lang=en&from=2020-01-01&to=2020-01-31")).Should().Contain("Nothing was counted in this time.");
        (await Page("/reports?lang=en&of=lines")).Should().Contain("1000");
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("from=2026-11-24&to=2026-11-23")]
    [InlineData("interval=13")]
    [InlineData("from=2020-01-01&to=2026-01-01")]
    public async Task What_cannot_be_read_is_said_beside_its_field(string query) => (await Page($"/reports?lang=en&{query}")).Should().Contain("This cannot be read, or is too much.");

    [Fact]
    public async Task Who_is_limited_to_a_queue_or_no_supervisor_has_no_reports()
    {
        (await Status(await SignedIn("olga", Role.Supervisor, null, "support"), "/reports")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(await SignedIn("anna", Role.Operator, "1001"), "/reports")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(await SignedIn("vera", Role.Supervisor), "/reports")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_a_telephone_nothing_stands_out_and_on_paper_there_are_no_buttons()
    {
        Telephony.Call("301", "Gone").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        await using var browser = await Open("olga", Role.Supervisor, "/reports", "en", 390, 840);
        await Eventually.Holds(async () =>
        {
            await browser.Reload();
            await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Service level"), TimeSpan.FromSeconds(5));
        });
        (await TooWide(browser)).Should().BeEmpty();
        (await Nameless(browser)).Should().BeEmpty();
        await browser.Print();
        (await browser.Evaluate("getComputedStyle(document.querySelector('form')).display")).Should().Be("none");
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(11, 20)]
    [InlineData(99, 100)]
    [InlineData(401, 600)]
    public void An_axis_ends_at_a_round_number_above_all_bars(double highest, double top) => Charts.Top(highest).Should().Be(top);

    [Fact]
    public void Waits_are_drawn_by_their_length_each_once()
    {
        var tally = new Tally();
        foreach (var seconds in new[] { 0, 5, 6, 20, 600, 601, 5_000 })
        {
            tally.CountAnswered(TimeSpan.FromSeconds(seconds), 1);
        }

        tally.CountAbandoned(TimeSpan.FromSeconds(25), 1);
        var bars = Charts.Waits(tally, ReportWords.English);
        bars.Select(bar => (bar.Label, bar.Height)).Where(bar => bar.Height > 0).Should().Equal(("5", 2d), ("10", 1d), ("20", 1d), ("30", 1d), ("600", 1d), ("longer", 2d));
        bars.Single(bar => bar.Label == "30").Tip.Should().Be("≤ 30: answered 0, abandoned 1");
        bars[^1].Tip.Should().Be("longer: answered 2, abandoned 0");
    }

    [Theory]
    [InlineData(4.33, "en", "4.33")]
    [InlineData(4.33, "ru", "4,33")]
    [InlineData(12, "ru", "12")]
    public void Figures_are_written_as_the_language_has_them(double value, string language, string written) => ReportFigures.Number(value, language).Should().Be(written);

    async Task<string> Page(string path) => WebUtility.HtmlDecode(await Service.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Replace("&", "&amp;", StringComparison.Ordinal);
}
