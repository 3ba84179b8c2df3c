using Deque.AxeCore.Commons;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>Pages for who does not see well, or uses no mouse.</summary>
public sealed class AccessibilityTests : PanelTest
{
    /// <summary>What it finds of some weight, one a line.</summary>
    internal const string Check = """
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }).then(found => found.violations
            .filter(one => ['serious', 'critical'].includes(one.impact))
            .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target} ${node.any.map(why => why.message).join(' ')}`)).join('\n'))
        """;

    const string Hours = """
        {
          "name": "main", "start": "hours", "calendars": { "office": { "week": { "monday-sunday": [ "00:00-24:00" ] } } },
          "steps": { "hours": { "do": "hours", "calendar": "office", "open": "sales", "closed": "closed" }, "sales": { "do": "queue", "queue": "sales" }, "closed": { "do": "hangup", "prompt": "closed.wav" } }
        }
        """;

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>A mail server that is not there.</summary>
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = "1",
        ["Web3Tel:Mail:User"] = "web3tel",
        ["Web3Tel:Mail:Password"] = "hush-hush",
        ["Web3Tel:Mail:From"] = "Call center <calls@example.com>",
    };

    [Theory]
    [InlineData("/")]
    [InlineData("/desk")]
    [InlineData("/reports")]
    [InlineData("/recordings")]
    [InlineData("/voicemail")]
    [InlineData("/me")]
    [InlineData("/accounts")]
    [InlineData("/scenarios?name=main")]
    [InlineData("/configuration")]
    [InlineData("/prompts")]
    [InlineData("/set-up")]
    public async Task Axe_finds_nothing_serious_in_the_dark_or_in_the_light_on_a_screen_or_a_telephone(string page)
    {
        await using var browser = await Open("olga", Role.Administrator, page, "ru", @operator: "1001");
        Telephony.Call("301", "Иван");
        Telephony.Call("302", "Пётр");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        if (page is "/" or "/desk")
        {
            await Lives(browser);
            await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Иван"));
        }

        if (page == "/")
        {
            // Until then the buttons are those of a caller who waits, and what was asked there is gone with them.
            await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.dot.talking') !== null")).Should().Be("true"));
            await Press(browser, "Команды: Иван");
            await Press(browser, "Завершить вызов");
            await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Вызов прервётся"));
        }

        if (page.StartsWith("/scenarios", StringComparison.Ordinal))
        {
            await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live]') !== null")).Should().Be("true"));
            await browser.Do("document.querySelector('.box').click()");
            await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.stepform') !== null")).Should().Be("true"));
        }

        await Finds(browser, page);
        await Picture(browser, $"axe{page.Replace('/', '-').Split('?')[0]}");
    }

    /// <summary>Plain pages of the workshop, one after the other in one browser, each when something was done there.</summary>
    [Fact]
    public async Task Axe_finds_nothing_serious_when_hours_were_closed_by_hand_a_test_was_sent_and_the_audit_trail_read()
    {
        (await Service.Services.GetRequiredService<ScenarioKeeper>().Publish("main", new Change(Hours, 0, "test", ""))).Should().BeOfType<Publication.Done>();
        await using var browser = await Open("olga", Role.Administrator, "/calendars", "ru");
        await Press(browser, "Закрыть вручную: main, office");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("сейчас закрыто", "закрыто вручную до", "кто: olga"));
        await Finds(browser, "/calendars");
        await Picture(browser, "axe-calendars");

        await Go(browser, "/mail");
        await browser.Do("document.querySelector('[name=To]').value = 'anna@example.com'");
        await Press(browser, "Отправить");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("До почтового сервера не достучаться.", "там никто не отвечает", "Действующие настройки", "задан"));
        await Finds(browser, "/mail");
        await Picture(browser, "axe-mail");

        await Go(browser, "/audit");
        (await browser.Text()).Should().ContainAll("Журнал действий", "закрыто вручную", "main.office until", "вход");
        await Finds(browser, "/audit");
        await Picture(browser, "axe-audit");
    }

    [Fact]
    public async Task Axe_finds_nothing_serious_at_the_door()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        await using var first = await Browser.Open(new Uri(Service.Address, $"{Link}&lang=ru"), 1280, 900);
        await Eventually.Holds(async () => (await first.Text()).Should().Contain("Первый администратор"));
        await Finds(first, "first");
        (await Keeper.Create("test", "olga", Password, new AccountWish(Role.Administrator, null, []))).Should().BeNull();
        await using var door = await Browser.Open(new Uri(Service.Address, "/sign-in?lang=ru"), 1280, 900);
        await Eventually.Holds(async () => (await door.Text()).Should().Contain("Пароль"));
        await Finds(door, "sign-in");
    }

    [Fact]
    public async Task The_keyboard_alone_leads_through_the_door_to_a_break_at_the_desk()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        (await Keeper.Create("test", "anna", Password, new AccountWish(Role.Operator, "1001", []))).Should().BeNull();
        await using var browser = await Browser.Open(new Uri(Service.Address, "/sign-in?lang=en"), 1280, 900);
        await Eventually.Holds(async () => (await browser.Evaluate("document.activeElement.name")).Should().Be("Name"));
        await browser.Type("anna");
        await browser.Key("Tab");
        await browser.Type(Password);
        await browser.Key("Enter");
        await Eventually.Holds(async () => (await browser.Evaluate("location.pathname")).Should().Be("/desk"));
        await Lives(browser);

        var stops = new List<string>();
        while (stops.LastOrDefault() != "Break: Break" && stops.Count < 30)
        {
            await browser.Key("Tab");
            stops.Add(await browser.Evaluate("document.activeElement.textContent.trim()"));
            (await browser.Evaluate("getComputedStyle(document.activeElement).outlineStyle")).Should().NotBe("none", "one sees where the keyboard is: {0}", stops[^1]);
        }

        stops.Should().EndWith("Break: Break");
        await browser.Key("Enter");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Break: Break", "left"));
    }

    static async Task Go(Browser browser, string page)
    {
        await browser.Evaluate($"location.href = '{page}?lang=ru'");
        await Eventually.Holds(async () => (await browser.Evaluate("document.readyState === 'complete' && location.pathname")).Should().Be(page));
    }

    static async Task Finds(Browser browser, string page)
    {
        // A page that is still being loaded has not all of its styles, and one that does not live yet is looked at as if it were empty.
        await browser.IsThere();
        await browser.Evaluate(Axe);
        foreach (var scheme in new[] { "light", "dark" })
        {
            foreach (var width in new[] { 1280, 390 })
            {
                await browser.Prefer(scheme);
                await browser.Size(width, 900);
                (await browser.Evaluate("typeof axe")).Should().Be("object");
                (await browser.Evaluate(Check)).Should().BeEmpty("{0}, {1}, {2} wide", page, scheme, width);
                (await TooWide(browser)).Should().BeEmpty("{0}, {1} wide", page, width);
            }
        }
    }
}
