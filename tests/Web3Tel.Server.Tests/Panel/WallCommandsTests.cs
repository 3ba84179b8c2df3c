using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Distribution;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class WallCommandsTests : PanelTest
{
    /// <summary>However slow the machine is, a phone rings on until the test answers it.</summary>
    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:Queues:0:RingSeconds"] = "300" };

    [Fact]
    public async Task A_supervisor_moves_listens_and_hangs_up_and_is_told_in_Russian_why_not()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/", "ru");
        Telephony.Call("301", "Иван");
        Telephony.Call("302", "Пётр");
        await Lives(browser);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Иван", "Пётр", "никто не свободен"));
        await Press(browser, "Команды: Пётр");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("место 2 в очереди sales").And.Contain("Anna: звонит телефон"));
        await Picture(browser, "wall-commands-ru");
        await Press(browser, "По шагам");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("встал в очередь"));
        await Press(browser, "Переместить");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("звонит: Вера"));

        Telephony.Answer("user/1001");
        // Until then the button is that of a caller who waits.
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.dot.talking') !== null")).Should().Be("true"));
        await Press(browser, "Команды: Иван");
        await Type(browser, "ears", "abc");
        await Press(browser, "Слушать");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("«abc» — не номер"));
        await Type(browser, "ears", "1002");
        await Press(browser, "Подсказать");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("1002 звонит: снимите трубку."));

        await Press(browser, "Завершить вызов");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Вызов прервётся. Завершить?"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.activeElement.textContent")).Should().Be("Нет", "who presses twice by mistake ends nothing"));
        await Press(browser, "Нет");
        await Eventually.Holds(async () => (await browser.Text()).Should().NotContain("Вызов прервётся").And.Contain("Иван"));
        (await Conversations()).Should().Be(1);
        await Press(browser, "Завершить вызов");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Вызов прервётся"));
        await Press(browser, "Завершить вызов");
        await Eventually.Holds(async () => (await Conversations()).Should().Be(0));

        // Counted within seconds.
        await Eventually.Holds(async () => (await browser.Text()).Should().MatchRegex("сегодня 1 · в среднем").And.Contain("за 20 с сегодня"));
        (await Nameless(browser)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_supervisor_forces_an_operators_state_and_says_why()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/", "en", 390, 840);
        await Lives(browser);
        (await TooWide(browser)).Should().BeEmpty();
        await Press(browser, "Commands: Anna");
        await Press(browser, "Send on a break");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Say why: the operator will read it."));
        await Type(browser, "why", "fire drill");
        await Press(browser, "Send on a break");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Done.", "Break", "by a supervisor"));
        await Picture(browser, "wall-telephone");
        await Press(browser, "End work");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("No more calls for this operator."));
        await Press(browser, "End work");
        await Eventually.Holds(async () => (await browser.Evaluate("[...document.querySelectorAll('.operators .state')].map(one => one.textContent).join()")).Should().StartWith("Signed out"));
        (await TooWide(browser)).Should().BeEmpty();
        var audit = JsonNode.Parse(await (await SignedIn("vera", Role.Supervisor)).GetStringAsync(new Uri("/api/audit", UriKind.Relative), TestContext.Current.CancellationToken))!.ToJsonString();
        audit.Should().ContainAll("olga", "fire drill");
    }

    [Fact]
    public async Task Who_is_limited_to_a_queue_commands_nothing_else_from_the_wall()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/", "en", queues: "support");
        Telephony.Call("301", "Ivan");
        Telephony.Call("302", "Petr", "2000");
        await Lives(browser);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Petr").And.NotContain("Ivan"));
        (await browser.Evaluate("[...document.querySelectorAll('.more')].map(one => one.ariaLabel).join()")).Should().Be("Commands: Petr,Commands: Вера");
        await Press(browser, "Commands: Petr");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("number 1 in support"));
        (await browser.Text()).Should().NotContain("Step by step", "a replay tells of all queues");

        var account = Keeper.Roll.Find("olga")!.Id;
        (await Keeper.Change("test", account, new AccountWish(Role.Operator, "1002", []))).Should().BeNull();
        await Eventually.Holds(async () => (await browser.Evaluate("location.pathname")).Should().Be("/sign-in", "who is no supervisor any more is out at once"));
    }

    [Fact]
    public async Task Dark_or_light_is_kept_and_the_wall_fills_the_screen()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/");
        await Lives(browser);
        await browser.Prefer("light");
        var light = await browser.Evaluate("getComputedStyle(document.body).backgroundColor");
        await Press(browser, "Dark or light");
        var dark = await browser.Evaluate("getComputedStyle(document.body).backgroundColor");
        dark.Should().NotBe(light);
        await browser.Reload();
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('main') && getComputedStyle(document.body).backgroundColor")).Should().Be(dark));
        await Lives(browser);
        await Press(browser, "Full screen");
        await Eventually.Holds(async () => (await browser.Evaluate("getComputedStyle(document.querySelector('.history')).display")).Should().Be("none"));
        await Picture(browser, "wall-full");
        await Press(browser, "Full screen");
        await Eventually.Holds(async () => (await browser.Evaluate("getComputedStyle(document.querySelector('.history')).display")).Should().NotBe("none"));
    }

    Task<int> Conversations() => Task.FromResult(
        Service.Services.GetRequiredService<CallCenterService>().Current.Offers.Values.Count(offer => offer.State == OfferState.Talking));
}
