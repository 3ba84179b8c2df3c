using System.Net;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Tests.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class DeskTests : AccountTest
{
    [Fact]
    public async Task From_the_first_start_to_the_first_answered_call_at_the_desk()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        await using var browser = await Browser.Open(new Uri(Service.Address, $"{Link}&lang=en"), 1280, 800);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("The first administrator"));
        await Fill(browser, ("Name", "olga"), ("Password", Password), ("Again", Password));
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("olga", "Sign out", "Nobody is waiting."));
        (await Keeper.Create("olga", "anna", Password, new AccountWish(Role.Operator, "1001", []))).Should().BeNull();

        await browser.Evaluate("document.querySelector('.leave button').click()");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Password"));
        await Picture(browser, "sign-in");
        await Fill(browser, ("Name", "anna"), ("Password", Password));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('main[data-live]') && document.body.innerText")).Should().ContainAll("Anna", "Ready", "No call at the moment."));
        (await browser.Text()).Should().NotContain("support", "that is not Anna's queue");

        var call = Telephony.Call("+79160000000", "<b>Иван</b>");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Ringing", "<b>Иван</b>", "+79160000000"));
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Talking"));
        await Press(browser, "Hold");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("on hold", "Back from hold"));
        await Picture(browser, "desk");
        await browser.Prefer("dark");
        await Picture(browser, "desk-dark");
        await Press(browser, "Back from hold");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Wrap-up", "left", "No call at the moment."));
        await Press(browser, "End wrap-up");
        await Eventually.Holds(async () => (await browser.Text()).Should().NotContain("Wrap-up"));
        await Press(browser, "Break: Break");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Break: Break").And.Contain("left"));
        (await Nameless(browser)).Should().BeEmpty("everything that is pressed or filled in has a name");

        (await Keeper.Disable("olga", Keeper.Roll.Find("anna")!.Id, isDisabled: true)).Should().BeNull();
        await Eventually.Holds(async () => (await browser.Evaluate("location.pathname")).Should().Be("/sign-in", "who is disabled is out at once"));
    }

    [Fact]
    public async Task The_desk_speaks_Russian_too_and_shows_nothing_of_another_operator()
    {
        var vera = await SignedIn("vera", Role.Operator, "1002");
        Telephony.Call("301", "Secret");
        var page = WebUtility.HtmlDecode(await vera.GetStringAsync(new Uri("/desk?operator=1001&lang=ru", UriKind.Relative), TestContext.Current.CancellationToken));
        page.Should().ContainAll("<html lang=\"ru\"", "Вера", "Вызова сейчас нет.", "support").And.NotContainAny("Anna", "Secret", "sales");
        (await vera.GetStringAsync(new Uri("/desk", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("<html lang=\"ru\"", "the language is kept");
        using var home = await vera.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        home.Headers.Location!.ToString().Should().EndWith("desk");
    }

    [Fact]
    public async Task Where_nobody_signs_in_one_chooses_whose_desk_it_is()
    {
        (await Service.Http.GetStringAsync(new Uri("/desk?lang=en", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("Whose desk?").And.Contain("desk?operator=1001");
        (await Service.Http.GetStringAsync(new Uri("/desk?operator=1001&lang=en", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("No call at the moment.");
    }

    [Fact]
    public void Every_word_of_the_desk_is_there_in_both_languages()
    {
        var (english, russian) = (Said(DeskWords.English), Said(DeskWords.Russian));
        english.Should().HaveCountGreaterThan(15).And.AllSatisfy(word => word.Should().NotBeNullOrWhiteSpace());
        russian.Should().HaveSameCount(english).And.AllSatisfy(word => word.Should().MatchRegex("[а-яё]"));
    }

    static List<string> Said(DeskWords words) => [.. typeof(DeskWords).GetProperties().Select(property => property.GetValue(words)).OfType<string>()];

    static Task<string> Fill(Browser browser, params (string Name, string Value)[] fields) => browser.Evaluate(
        string.Concat(fields.Select(field => $"document.querySelector('[name={field.Name}]').value = '{field.Value}';")) + "document.querySelector('.door form').requestSubmit()");

    static Task<string> Press(Browser browser, string button) =>
        browser.Evaluate($"[...document.querySelectorAll('button')].find(one => one.textContent.trim() === '{button}').click()");

    static Task<string> Nameless(Browser browser) => browser.Evaluate(
        "[...document.querySelectorAll('button, a, input:not([type=hidden]), select, audio')].filter(one => !(one.textContent.trim() || one.getAttribute('aria-label') || one.labels?.length)).map(one => one.outerHTML).join('\\n')");

    static async Task Picture(Browser browser, string name)
    {
        if (Environment.GetEnvironmentVariable("WEB3TEL_PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), await browser.Picture(), TestContext.Current.CancellationToken);
        }
    }
}
