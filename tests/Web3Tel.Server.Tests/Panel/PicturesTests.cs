using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Simulation;
using Web3Tel.Server.Tests.Reviews;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>The pictures of docs/panel.md: <c>WEB3TEL_PICTURES=docs/panel</c> and this test.</summary>
public sealed class PicturesTests : PanelTest
{
    const string Scenario = """
        { "name": "main", "start": "hours",
          "calendars": { "usual": { "week": { "monday-friday": ["09:00-18:00"] } } },
          "steps": {
            "hours": { "do": "hours", "calendar": "usual", "open": "menu", "closed": "message" },
            "menu": { "do": "menu", "prompt": { "en": "For sales press one.", "ru": "Отдел продаж: один." }, "keys": { "1": "sales" }, "otherwise": "sales" },
            "sales": { "do": "queue", "queue": "sales", "patienceSeconds": 300, "otherwise": "message" },
            "message": { "do": "voicemail", "mailbox": "queue:sales" } } }
        """;

    private protected override Dictionary<string, string?> More { get; } = new(ReviewTest.Card)
    {
        ["Web3Tel:Mail:Host"] = "mail.example.com",
        ["Web3Tel:Mail:User"] = "calls",
        ["Web3Tel:Mail:Password"] = "hush-hush",
        ["Web3Tel:Mail:From"] = "Call center <calls@example.com>",
    };

    [Fact]
    public async Task Each_main_page_is_painted_for_the_docs()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("WEB3TEL_PICTURES") is null, "Set WEB3TEL_PICTURES to the folder.");
        await using var browser = await Open("olga", Role.Administrator, "/", @operator: "1001");
        foreach (var (number, name) in new[] { ("+74950000001", "Maria"), ("+74950000002", "Ivan"), ("+74950000003", "Olga") })
        {
            Telephony.Call(number, name, "2000").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        }

        var sergey = Telephony.Call("+79160000001", "Sergey");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        Telephony.Call("+79160000002", "Анна Петрова");
        Telephony.Call("+79160000003", "");
        Telephony.Call("+79160000004", "Pavel", "2000");
        await Paint(browser, "/", "wall", "Commands: Анна Петрова", "Sergey", "today 1");
        await Paint(browser, "/desk", "desk", null, "Sergey", "My day");
        await Paint(browser, "/reports", "reports", null, "Service level");
        await Paint(browser, "/scenarios?name=main", "scenarios", null, "It can be published.");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live]') !== null")).Should().Be("true"));
        await Type(browser, "document", Scenario);
        await Type(browser, "trial-at", "2026-11-25T12:00");
        await Press(browser, "Call");
        await browser.Do("document.querySelector('.here').click()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.stepform') !== null")).Should().Be("true"));
        await browser.Evaluate("document.querySelector('.tree').scrollIntoView()");
        await Picture(browser, "scenarios");
        await Paint(browser, "/configuration", "configuration", null, "Load into the editor");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live] .forms') !== null")).Should().Be("true"));
        await Press(browser, "sales");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.entry') !== null")).Should().Be("true"));
        await Picture(browser, "configuration");
        await Paint(browser, "/prompts", "prompts", null, "New prompt");
        await Paint(browser, "/me", "me", null, "Code from the app");
        await Paint(browser, "/accounts", "accounts", null, "Tokens of programs");
        await Paint(browser, "/mail", "mail", null, "mail.example.com");
        await Paint(browser, "/audit", "audit", null, "Audit trail");
        ToneFile.Write(new RecordedSound(Path.Combine(Recordings, sergey.RecordedTo!), TimeSpan.FromSeconds(40), IsStereo: true, []));
        sergey.End(HangupCause.NormalClearing, HungUpBy.Party);
        var vera = await SignedIn("vera", Role.Supervisor);
        await Eventually.Holds(async () => (await Status(vera, $"/api/recordings/{sergey.Info.Ref.Id}/check")).Should().Be(HttpStatusCode.OK));
        await Listen(browser, "/recordings");
        await Picture(browser, "recordings");
        var id = sergey.Info.Ref.Id;
        using var remark = await vera.PostAsJsonAsync(new Uri($"/api/recordings/{id}/remarks", UriKind.Relative), new { at = 14.5, text = "Here he asks for the invoice once more." }, TestContext.Current.CancellationToken);
        using var score = await vera.PutAsJsonAsync(new Uri($"/api/recordings/{id}/score", UriKind.Relative), new { points = new { greeting = 4, answer = 7 }, comment = "Calm and clear." }, TestContext.Current.CancellationToken);
        await Listen(browser, $"/recordings/{id}");
        await Picture(browser, "review");
        await browser.Evaluate("location.href = '/?lang=en'");
        await Lives(browser);
        await browser.Do("document.querySelector('.timeline summary').click()");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("What operators did"));
        await browser.Evaluate("document.querySelector('.timeline').scrollIntoView()");
        await Picture(browser, "timeline");
    }

    static async Task Listen(Browser browser, string page)
    {
        await browser.Evaluate($"location.href = '{page}?lang=en'");
        await Eventually.Holds(async () => (await browser.Evaluate($"(sound => {{ if (!sound || location.pathname !== '{page}') return false; sound.muted = true; sound.play(); return true; }})(document.querySelector('[data-player] audio'))")).Should().Be("true"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.listening:not([hidden])') !== null")).Should().Be("true"));
        await browser.Evaluate("(sound => { sound.pause(); sound.currentTime = 12; return new Promise(done => sound.addEventListener('seeked', done, { once: true })); })(document.querySelector('[data-player] audio'))");
    }

    static async Task Paint(Browser browser, string page, string name, string? press, params string[] shows)
    {
        await browser.Evaluate($"location.href = '{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=en'");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll(shows));
        if (press is not null)
        {
            await Lives(browser);
            await Press(browser, press);
            await Eventually.Holds(async () => (await browser.Text()).Should().Contain("number 1 in sales"));
        }

        if (page == "/desk")
        {
            await Lives(browser);
        }

        await Picture(browser, name);
    }
}
