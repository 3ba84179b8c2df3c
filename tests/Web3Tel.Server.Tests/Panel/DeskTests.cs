using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class DeskTests : PanelTest
{
    /// <summary>However slow the machine is, nobody goes on by the time alone.</summary>
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Queues:0:RingSeconds"] = "300",
        ["Web3Tel:Queues:0:AfterRejectSeconds"] = "3600",
        ["Web3Tel:Queues:0:AfterNoAnswerSeconds"] = "3600",
    };

    CallCenterService Center => Service.Services.GetRequiredService<CallCenterService>();

    internal static Task ShowsMissed(Browser browser, params string[] what) =>
        Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.missed')?.innerText")).Should().ContainAll(what));

    [Fact]
    public async Task From_the_first_start_to_the_first_answered_call_at_the_desk()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        await using var browser = await Browser.Open(new Uri(Service.Address, $"{Link}&lang=en"), 1280, 800);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("The first administrator"));
        await Fill(browser, ("Name", "olga"), ("Password", Password), ("Again", Password));
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("olga", "Sign out", "Nobody is waiting."));
        (await Keeper.Create("olga", "anna", Password, new AccountWish(Role.Operator, "1001", []))).Should().BeNull();

        await Lives(browser);
        await browser.Do("document.querySelector('.leave button').click()");
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
        await Rings("user/1001");
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
    public async Task An_operator_transfers_a_caller_sees_what_there_was_before_and_the_own_day()
    {
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        var missed = Telephony.Call("+79161111111", "Missed");
        await Rings("user/1001");
        var gaveUp = Telephony.Call("+79160000000", "Ivan");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.glance').innerText.replace(/\\s+/g, ' ')")).Should().Contain("sales 2 waiting"));
        gaveUp.End(HangupCause.OriginatorCancel, HungUpBy.Party);
        Telephony.Refuse("user/1001", HangupCause.NoAnswer);
        missed.End(HangupCause.OriginatorCancel, HungUpBy.Party);
        await Press(browser, "Ready");
        await InHistory(gaveUp);

        var first = Telephony.Call("+79160000000", "Ivan");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Talking", "Earlier calls of this number"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.earlier').innerText")).Should().ContainAll("sales", "Abandoned"));
        await ShowsMissed(browser, "Missed", "+79161111111");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.day dl').innerText.replace(/\\s+/g, ' ')")).Should().MatchRegex("conversations 1 .*missed 1"));
        await Type(browser, "number", "abc");
        await Press(browser, "Transfer");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("'abc' is no number"));
        await Type(browser, "to", "Agent:1002");
        await Press(browser, "Transfer");
        await Rings("user/1002");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Wrap-up"));
        first.End(HangupCause.NormalClearing, HungUpBy.Party);

        await InHistory(first);
        await Press(browser, "End wrap-up");
        Telephony.Call("+79160000000", "Ivan");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.earlier')?.innerText")).Should().ContainAll("Anna", "sales"));
        (await browser.Evaluate("document.querySelectorAll('.earlier audio').length")).Should().Be("0", "operators hear no recordings");
    }

    [Fact]
    public async Task An_operator_asks_a_colleague_takes_the_caller_back_or_hands_over()
    {
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await using var vera = await Open("vera", Role.Operator, "/desk", "ru", @operator: "1002");
        await Lives(browser);
        var call = Telephony.Call("+79160000000", "Ivan");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Type(browser, "to", "Agent:1002");
        await Press(browser, "Ask first");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Asked, it rings: Вера", "Back to the caller").And.NotContain("Hand the caller over"));
        await Picture(browser, "desk-asks");
        await Rings("user/1002");
        Telephony.ComeToHold(call);
        Telephony.Refuse("user/1002", HangupCause.CallRejected);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Ask first").And.NotContain("Asked,", "who rejects is asked no longer"));

        await Press(vera, "Готов");
        await Eventually.Holds(async () => (await vera.Evaluate("document.querySelector('.state-card .state').className")).Should().EndWith(" ready", "two pages are not obeyed in the order of the test"));
        await Type(browser, "to", "Agent:1002");
        await Press(browser, "Ask first");
        await Rings("user/1002");
        Telephony.ComeToHold(call);
        Telephony.Answer("user/1002");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Asked, you talk", "Hand the caller over"));
        await Eventually.Holds(async () => (await vera.Text()).Should().ContainAll("вас спрашивает Anna", "Ivan").And.NotContainAny("Перевести", "Передать звонящего", "Итог и заметка"));
        await Press(browser, "Back to the caller");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Ask first").And.NotContain("on hold"));

        await Eventually.Holds(async () => (await vera.Text()).Should().Contain("Вызова сейчас нет."));
        await Type(browser, "to", "Agent:1002");
        await Press(browser, "Ask first");
        await Rings("user/1002");
        Telephony.ComeToHold(call);
        Telephony.Answer("user/1002");
        await Press(browser, "Hand the caller over");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Wrap-up"));
        await Eventually.Holds(async () => (await vera.Text()).Should().ContainAll("Говорит", "Ivan", "Сначала спросить"));
        await Eventually.Holds(async () => (await Center.History.Page(before: null, 10))!.Count(one => one.Direction == CallDirection.Consultation).Should().Be(2));
        await Press(browser, "End wrap-up");
        await Eventually.Holds(async () => (await browser.Text()).Should().NotContain("Wrap-up"));
        (await browser.Evaluate("document.querySelector('.own-calls').innerText")).Should().Contain("None in the last 24 hours.", "what is to be said of a consultation is said of the call it was about");
    }

    [Fact]
    public async Task Before_the_page_lives_nothing_can_be_pressed_that_would_be_lost()
    {
        const string CanBePressed = "(button => { button.focus(); return document.activeElement === button; })(document.querySelector('.desk button'))";
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        (await browser.Evaluate(CanBePressed)).Should().Be("true");

        await browser.Block("*/blazor.web*.js");
        await browser.Reload();
        (await browser.Evaluate(CanBePressed)).Should().Be("false");
    }

    Task InHistory(FakeCall call) => Eventually.Holds(async () => (await Center.History.Find(call.Info.Ref.Id)).Should().NotBeNull("the desk looks once, when it rings"));
}
