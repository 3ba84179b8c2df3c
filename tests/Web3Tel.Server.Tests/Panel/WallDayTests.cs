using System.Net;
using System.Reactive.Linq;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>The wall's timeline of the day, and what if.</summary>
public sealed class WallDayTests : PanelTest
{
    const string Timeline = "document.querySelector('.timeline')?.innerText";

    [Fact]
    public async Task The_day_is_drawn_by_half_hours_with_what_operators_did_and_stands_in_tables()
    {
        await Talked("Ivan");
        Telephony.Call("302", "Impatient").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        await using var browser = await Open("olga", Role.Supervisor, "/");
        await Lives(browser);
        (await browser.Evaluate("document.querySelector('.timeline svg') === null")).Should().Be("true", "nothing is read before it is opened");
        await browser.Do("document.querySelector('.timeline summary').click()");
        await Eventually.Holds(async () => (await browser.Evaluate(Timeline)).Should().ContainAll("Callers by half hours", "What operators did", "Anna", "Talking", "Wrap-up"));
        // Where counting takes too long it is drawn with the next reading.
        await Eventually.Holds(async () => (await browser.Evaluate("[...document.querySelectorAll('.lines path')].filter(one => one.getAttribute('d')).map(one => one.className.baseVal).join()")).Should().ContainAll("of-wrapup", "of-ready"));
        await browser.Evaluate("document.querySelector('.timeline details').open = true");
        await Eventually.Holds(async () => (await browser.Evaluate("[...document.querySelectorAll('.timeline tbody')].map(one => one.innerText.replace(/\\s+/g, ' ')).join('|')")).Should().MatchRegex(@"(\d\d:[03]0 \d \d (\d:\d\d|–) ?)+\|Anna "));
        // The two calls may lie on either side of a half hour.
        await Eventually.Holds(async () => (await browser.Evaluate("[1, 2].map(at => [...document.querySelector('.timeline tbody').rows].reduce((sum, row) => sum + Number(row.cells[at].textContent), 0)).join()")).Should().Be("1,1"));
        await browser.Evaluate("document.querySelector('.timeline').scrollIntoView()");
        await Picture(browser, "timeline");
        await browser.Prefer("dark");
        await browser.Size(390, 900);
        (await TooWide(browser)).Should().BeEmpty();
        await Picture(browser, "timeline-narrow");
        await browser.Do("document.querySelector('.timeline summary').click()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.timeline svg') === null")).Should().Be("true"));
    }

    [Fact]
    public async Task A_supervisor_asks_what_more_operators_would_have_done_and_is_told_in_Russian_when_nobody_would_be_left()
    {
        await Talked("Ivan");
        await using var browser = await Open("olga", Role.Supervisor, "/", "ru");
        await Lives(browser);
        await browser.Do("document.querySelector('.what-if summary').click()");
        await Press(browser, "Проиграть день ещё раз");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.what-if')?.innerText")).Should().ContainAll("Звонящие ждали бы в среднем", "ещё раз так же", "если бы", "Насколько это точно", "sales"));
        (await browser.Evaluate("[...document.querySelectorAll('.what-if tbody tr')].length")).Should().Be("6", "one queue and all together, three times");
        (await Nameless(browser)).Should().BeEmpty();
        await browser.Evaluate("document.querySelector('.what-if').scrollIntoView()");
        await Picture(browser, "what-if");
        await Type(browser, "what-if-queue", "sales");
        await Type(browser, "what-if-strategy", "RoundRobin");
        await Type(browser, "what-if-operators", "-1");
        await Press(browser, "Проиграть день ещё раз");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.what-if .fault')?.innerText")).Should().Contain("никого не останется"));
    }

    [Fact]
    public async Task Who_sees_one_queue_sees_its_part_of_the_day_only_and_is_not_asked_what_if()
    {
        await Talked("Ivan");
        Telephony.Call("302", "Other", "2000").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        await using var browser = await Open("clara", Role.Supervisor, "/", queues: "support");
        await Lives(browser);
        await browser.Do("document.querySelector('.timeline summary').click()");
        await Eventually.Holds(async () => (await browser.Evaluate(Timeline)).Should().ContainAll("Callers by half hours", "Вера").And.NotContain("Anna"));
        await browser.Evaluate("document.querySelector('.timeline details').open = true");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.timeline tbody').innerText.replace(/\\s+/g, ' ')")).Should().MatchRegex(@"\d\d:[03]0 0 1 –"));
        (await browser.Text()).Should().NotContain("What if");
        var clara = NewClient();
        using var entered = await SignIn(clara, "clara");
        (await Status(clara, "/api/what-if")).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Programs_ask_what_if_by_the_API_and_what_is_wrong_is_named()
    {
        (await Service.Get("/api/what-if?operators=1", HttpStatusCode.Conflict))["detail"]!.ToString().Should().Contain("Nobody who joined a queue");
        await Talked("Ivan");
        var answer = await Service.Get("/api/what-if?operators=%2B1&queue=sales&strategy=roundrobin&within=10");
        answer["within"]!.GetValue<int>().Should().Be(10);
        answer["report"]!["queues"]!.AsArray().Select(one => $"{one!["queue"]} {one["real"]!["answered"]} {one["whatIf"]!["answered"]}").Should().Equal("sales 1 1", " 1 1");
        (await Service.Get("/api/what-if?operators=-1&queue=sales", HttpStatusCode.Conflict))["detail"]!.ToString().Should().Contain("leaves nobody");
        (await Service.Get("/api/what-if?operators=many&strategy=x&within=-1&date=today", HttpStatusCode.BadRequest))["errors"]!.AsObject().Select(one => one.Key).Should().Equal("date", "operators", "queue", "strategy", "within");
    }

    async Task Talked(string name)
    {
        var caller = Telephony.Call("301", name);
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await IsRecorded(caller);
        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await Service.Get("/api/history")).AsArray().Should().NotBeEmpty());
        // What if is asked of the journal, which is written apart from the history.
        var center = Service.Services.GetRequiredService<CallCenterService>();
        await center.Journal.Durable.FirstAsync(durable => durable >= center.Current.Number);
    }
}
