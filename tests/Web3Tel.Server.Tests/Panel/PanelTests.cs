using System.Net.Http.Headers;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class PanelTests() : RunningServiceTest(connected: false)
{
    [Fact]
    public async Task The_page_shows_who_waits_who_talks_and_who_called()
    {
        Telephony.Connect();
        Telephony.Call("300", "Gone").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        Telephony.Call("301", "Иван Петров");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        Telephony.Call("302", "Second");

        await Eventually.Holds(async () => (await Page("/")).Should()
            .ContainAll("sales", "support", "Иван Петров", "301", "Anna", "Вера", "Second", "302", "Gone", "Abandoned", "Connected"));
    }

    [Fact]
    public async Task The_page_says_what_was_found_and_put_right()
    {
        Telephony.Connect();
        Telephony.Call("301", "Gone");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        (await Page("/")).Should().NotContain("Found and put right");

        await Eventually.Holds(async () =>
        {
            // The switch says that nobody is on it; of a conversation that has only just begun that is not believed.
            Telephony.Connect();
            (await Page("/")).Should().Contain("Found and put right:</strong> conversations that were over: 1");
        });
        (await Page("/?lang=ru")).Should().Contain("разговор уже закончился: 1");
    }

    [Fact]
    public async Task The_page_shows_who_is_on_hold()
    {
        Telephony.Connect();
        Telephony.Call("301", "Иван Петров");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await Page("/")).Should().Contain("class=\"state talking\"").And.NotContain("on hold"));
        await Service.Http.PostAsync(new Uri("/api/calls/call-1/hold", UriKind.Relative), null, TestContext.Current.CancellationToken);

        await Eventually.Holds(async () => (await Page("/")).Should().Contain("<span class=\"held\">on hold</span>").And.Contain("Иван Петров · on hold"));
        await Eventually.Holds(async () => (await Page("/?lang=ru")).Should().Contain("на удержании"));
    }

    [Fact]
    public async Task A_callers_name_is_text_whatever_it_is()
    {
        Telephony.Connect();
        Telephony.Call("666", "<script>alert(1)</script>");

        await Eventually.Holds(async () => (await Source("/")).Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.NotContain("<script>alert"));
    }

    [Theory]
    [InlineData("/", "ru-RU,ru;q=0.9,en;q=0.8", "<html lang=\"ru\"", "Никто не ждёт.")]
    [InlineData("/", "de, en;q=0.7", "<html lang=\"en\"", "Nobody is waiting.")]
    [InlineData("/", "de", "<html lang=\"en\"", "Nobody is waiting.")]
    [InlineData("/?lang=en", "ru", "<html lang=\"en\"", "Nobody is waiting.")]
    [InlineData("/?lang=ru", "en", "<html lang=\"ru\"", "Никто не ждёт.")]
    public async Task The_page_speaks_the_browsers_language_or_the_one_asked_for(string path, string accepts, string document, string words) =>
        (await Page(path, accepts)).Should().ContainAll(document, words);

    [Fact]
    public async Task The_page_says_when_the_switch_is_not_connected()
    {
        Telephony.Disconnect("Connection refused");

        (await Page("/")).Should().ContainAll("The switch is not connected", "fake: Connection refused");
    }

    [Theory]
    [InlineData("panel.css")]
    [InlineData("workshop.css")]
    [InlineData("telephone.css")]
    [InlineData("recordings.css")]
    [InlineData("scenario.css")]
    [InlineData("scripts/sounds.js")]
    [InlineData("scripts/player.js")]
    [InlineData("panel.js")]
    [InlineData("icon.svg")]
    [InlineData("_framework/blazor.web.js")]
    public async Task What_the_page_needs_is_served_by_the_service_itself(string file)
    {
        using var response = await Service.Http.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);

        response.IsSuccessStatusCode.Should().BeTrue();
        response.Headers.GetValues("Content-Security-Policy").Should().ContainMatch("default-src 'self'*").And.NotContainMatch("*unsafe*", "nothing inline is run");
    }

    [Fact]
    public async Task A_call_that_arrives_while_the_page_is_open_appears_and_moves_by_itself()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        Telephony.Connect();
        await using var browser = await Browser.Open(Service.Address, 1280, 900);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Nobody is waiting."));

        var call = Telephony.Call("79160000000", "Первый");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Первый", "rings at Anna"));
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Первый", "Talking").And.NotContain("rings at"));
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Первый", "Answered", "Wrap-up", "No conversation at the moment."));
        (await browser.Evaluate("document.querySelector('since-clock').textContent")).Should().MatchRegex(@"^\d+:\d\d$");
    }

    /// <summary>The page's HTML with its entities read, so that one can look for Cyrillic.</summary>
    async Task<string> Page(string path, string accepts = "en") => System.Net.WebUtility.HtmlDecode(await Source(path, accepts));

    async Task<string> Source(string path, string accepts = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var language in accepts.Split(','))
        {
            request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language.Trim()));
        }

        using var response = await Service.Http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
