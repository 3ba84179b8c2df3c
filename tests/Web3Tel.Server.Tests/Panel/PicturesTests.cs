using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>The pictures of docs/panel.md: <c>WEB3TEL_PICTURES=docs/panel</c> and this test.</summary>
public sealed class PicturesTests : PanelTest
{
    [Fact]
    public async Task Each_main_page_is_painted_for_the_docs()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("WEB3TEL_PICTURES") is null, "Set WEB3TEL_PICTURES to the folder.");
        await using var browser = await Open("olga", Role.Administrator, "/", @operator: "1001");
        foreach (var (number, name) in new[] { ("+74950000001", "Maria"), ("+74950000002", "Ivan"), ("+74950000003", "Olga") })
        {
            Telephony.Call(number, name, "2000").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        }

        Telephony.Call("+79160000001", "Sergey");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        Telephony.Call("+79160000002", "Анна Петрова");
        Telephony.Call("+79160000003", "");
        Telephony.Call("+79160000004", "Pavel", "2000");
        await Paint(browser, "/", "wall", "Commands: Анна Петрова", "Sergey", "today 1");
        await Paint(browser, "/desk", "desk", null, "Sergey", "My day");
        await Paint(browser, "/reports", "reports", null, "Service level");
        await Paint(browser, "/scenarios?name=main", "scenarios", null, "It can be published.");
        await Paint(browser, "/configuration", "configuration", null, "Load into the editor");
        await Paint(browser, "/me", "me", null, "Code from the app");
        await Paint(browser, "/accounts", "accounts", null, "Tokens of programs");
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
