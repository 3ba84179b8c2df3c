using System.Net;
using Deque.AxeCore.Commons;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Simulation;
using Web3Tel.Server.Tests.Reviews;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class ReviewPageTests : PanelTest
{
    private protected override Dictionary<string, string?> More { get; } = new(ReviewTest.Card)
    {
        ["Web3Tel:Queues:0:Results:0:Id"] = "sold",
        ["Web3Tel:Queues:0:Results:0:RussianName"] = "Продано",
    };

    [Fact]
    public async Task A_supervisor_listens_marks_a_moment_jumps_back_to_it_and_judges_in_Russian()
    {
        var id = await Recorded();
        await using var browser = await Open("olga", Role.Supervisor, "/recordings", "ru");
        await browser.Do("document.querySelector('.player a[href*=\"recordings/\"]:not([download])').click()");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Комментариев пока нет.", "Приветствие: от 0 до 4", "Иван"));
        // Slowly: it stays at its second ten however long the test is held up.
        await browser.Do("(sound => { sound.muted = true; sound.defaultPlaybackRate = sound.playbackRate = 0.1; sound.currentTime = 12; return sound.play(); })(document.querySelector('audio'))");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[name=At]').value")).Should().StartWith("0:1", "where the sound is"));
        await browser.Do("document.querySelector('audio').pause(); document.querySelector('[name=At]').value = '0:12'; document.querySelector('[name=Text]').value = '<b>не представилась</b>'; document.querySelector('.remarks form.search').requestSubmit()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.remarks article')?.innerText")).Should().ContainAll("0:12", "<b>не представилась</b>", "olga"));
        await Eventually.Holds(async () =>
        {
            // The page has just been loaded anew, and may not listen yet.
            await Press(browser, "Слушать с 0:12");
            (await browser.Evaluate("document.querySelector('audio').currentTime >= 12")).Should().Be("true");
        });
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.listening:not([hidden])') !== null")).Should().Be("true"));

        await browser.Do("document.querySelector('[name=points-greeting]').value = 4; document.querySelector('[name=points-answer]').value = 5; document.querySelector('[name=Comment]').value = 'спокойно'; document.querySelector('.quality form.search').requestSubmit()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.quality table')?.innerText")).Should().ContainAll("olga", "4/4", "5/10", "62\u00a0%", "спокойно", "Anna"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[name=points-answer]').value")).Should().Be("5", "one's own score can be changed"));
        (await Nameless(browser)).Should().BeEmpty();
        await FindsNothing(browser);
        await browser.Size(1280, 900);
        await Picture(browser, "review");

        await browser.Evaluate("location.href = '/recordings?lang=en'");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Review · comments: 1 · 62\u00a0%"));
        await browser.Evaluate("location.href = '/reports?lang=en&of=operators'");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Quality by score cards", "62\u00a0% (1)"));
        (await Keeper.Create("test", "vera", Password, new AccountWish(Role.Supervisor, null, []))).Should().BeNull();
        using var vera = NewClient();
        using var entered = await SignIn(vera, "vera");
        (await Status(vera, $"/api/recordings/{id}/review")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told_and_what_was_typed_stays()
    {
        var id = await Recorded();
        var olga = await SignedIn("olga", Role.Supervisor);
        using var noMoment = await Send(olga, $"/recordings/{id}?lang=en", "remark", ("At", "soon"), ("Text", "typed"));
        (await noMoment.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().ContainAll("such as 1:05", "value=\"soon\"", ">typed</textarea>");
        using var tooMany = await Send(olga, $"/recordings/{id}?lang=en", "score", ("points-greeting", "9"), ("points-answer", "7"), ("Comment", "typed"));
        (await tooMany.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().ContainAll("Give 0 to 4 points", "value=\"7\"", ">typed</textarea>");
    }

    [Fact]
    public async Task A_supervisor_of_a_queue_finds_hears_and_judges_its_recordings_only()
    {
        var (sales, support) = (await Recorded(), await Recorded("Secret", "2000", "user/1002"));
        var boris = await SignedIn("boris", Role.Supervisor, queues: "sales");

        var page = WebUtility.HtmlDecode(await boris.GetStringAsync(new Uri("/recordings?lang=ru", UriKind.Relative), TestContext.Current.CancellationToken));
        page.Should().ContainAll("Иван", $"recordings/{sales}", "1–1 из 1", "Anna", "Продано").And.NotContainAny("Secret", support, "support", "Вера");
        (await boris.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("href=\"recordings?");
        (await boris.GetStringAsync(new Uri("/api/recordings?queue=support", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("\"total\":0");
        (await boris.GetStringAsync(new Uri("/api/recordings/export?queue=support", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("Secret");
        (await Status(boris, $"/recordings/{sales}")).Should().Be(HttpStatusCode.OK);
        (await Status(boris, $"/recordings/{support}")).Should().Be(HttpStatusCode.NotFound);
        (await Status(boris, $"/api/recordings/{support}/review")).Should().Be(HttpStatusCode.NotFound);
        (await Status(boris, $"/api/recordings/{support}/score/delete", HttpMethod.Post)).Should().Be(HttpStatusCode.NotFound);
        (await Status(boris, "/api/recordings/compare", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        var anna = await SignedIn("anna", Role.Operator, "1001");
        (await Status(anna, $"/api/recordings/{sales}/review")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(anna, $"/recordings/{sales}")).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_comment_is_taken_away_by_who_wrote_it_or_an_administrator()
    {
        var id = await Recorded();
        var (boris, vera, olga) = (await SignedIn("boris", Role.Supervisor), await SignedIn("vera", Role.Supervisor), await SignedIn("olga", Role.Administrator));
        await Send(boris, $"/recordings/{id}?lang=en", "remark", ("At", "0:05"), ("Text", "one"));
        await Send(boris, $"/recordings/{id}?lang=en", "remark", ("At", "7"), ("Text", "two"));
        var remarks = System.Text.Json.Nodes.JsonNode.Parse(await vera.GetStringAsync(new Uri($"/api/recordings/{id}/review", UriKind.Relative), TestContext.Current.CancellationToken))!["remarks"]!.AsArray();
        var (one, two) = ($"{remarks[0]!["id"]}", $"{remarks[1]!["id"]}");

        (await vera.GetStringAsync(new Uri($"/recordings/{id}?lang=en", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("one").And.NotContain("Delete");
        (await Status(vera, $"/api/recordings/{id}/remarks/{one}/delete", HttpMethod.Post)).Should().Be(HttpStatusCode.Conflict);
        (await Status(olga, $"/api/recordings/{id}/remarks/{one}/delete", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        using var deleted = await Send(boris, $"/recordings/{id}?lang=en", $"delete-{two}");
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await boris.GetStringAsync(new Uri($"/recordings/{id}?lang=en", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("Nothing was said of it yet.");
    }

    /// <summary>Serious findings of axe, on a screen and on a telephone.</summary>
    static async Task FindsNothing(Browser browser)
    {
        await browser.IsThere();
        await browser.Evaluate(new BundledAxeScriptProvider().GetScript());
        foreach (var (scheme, width) in new[] { ("light", 1280), ("dark", 390) })
        {
            await browser.Prefer(scheme);
            await browser.Size(width, 900);
            (await browser.Evaluate(AccessibilityTests.Check)).Should().BeEmpty("{0}, {1} wide", scheme, width);
            (await TooWide(browser)).Should().BeEmpty();
        }
    }

    /// <summary>A conversation that is over, of forty seconds.</summary>
    async Task<string> Recorded(string name = "Иван", string dialled = "1000", string phone = "user/1001")
    {
        var caller = Telephony.Call("+79160000000", name, dialled);
        await Rings(phone);
        Telephony.Answer(phone);
        await IsRecorded(caller);
        ToneFile.Write(new RecordedSound(Path.Combine(Recordings, caller.RecordedTo!), TimeSpan.FromSeconds(40), IsStereo: true, []));
        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        var id = caller.Info.Ref.Id;
        await Indexed(id);
        return id;
    }
}
