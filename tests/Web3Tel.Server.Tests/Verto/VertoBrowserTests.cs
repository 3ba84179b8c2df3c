using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Panel;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>The telephone of the page in Chromium, before a mod_verto in the hands of the test.</summary>
public sealed class VertoBrowserTests : VertoTest
{
    static readonly string[] MadeUpMicrophone = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"];

    [Fact]
    public async Task It_rings_with_the_callers_name_as_text_and_is_rejected_and_asks_for_the_call_it_dials()
    {
        await using var browser = await OpenDesk();
        await Verto.Say("verto.invite", new JsonObject { ["callID"] = Own, ["sdp"] = PageTelephone.Sdp, ["caller_id_name"] = "<b>Иван</b>", ["caller_id_number"] = "+79160000000" });
        await Eventually.Holds(async () => (await Shown(browser)).Should().ContainAll("Rings", "<b>Иван</b>", "+79160000000", "Answer", "Hang up"));

        await Verto.Say("verto.invite", new JsonObject { ["callID"] = Foreign, ["sdp"] = PageTelephone.Sdp });
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Should().ContainSingle("who rings second hears that it is busy")));
        await Press(browser, "hang-up");
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Should().HaveCount(2)));
        Verto.Asked.Select(one => (one["method"]!.ToString(), one["params"]!["dialogParams"]!["callID"]!.ToString(), one["params"]!["cause"]!.ToString()))
            .Should().Equal(("verto.bye", Foreign, "USER_BUSY"), ("verto.bye", Own, "CALL_REJECTED"));

        await Dial(browser, "*90");
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Should().HaveCount(3)));
        var invite = Verto.Asked[2]["params"]!;
        invite["dialogParams"]!["destination_number"]!.ToString().Should().Be("*90");
        invite["sdp"]!.ToString().Should().Contain("m=audio").And.Contain("a=fingerprint");
        await Eventually.Holds(async () => (await Shown(browser)).Should().ContainAll("Calling", "*90"));
        // Only a call that the page knows by its id is ended at the switch.
        await Eventually.Holds(async () =>
        {
            await Verto.Say("verto.display", new JsonObject { ["callID"] = invite["dialogParams"]!["callID"]!.ToString(), ["display_name"] = "Echo" });
            (await Shown(browser)).Should().ContainAll("Calling", "Echo");
        });
        await Press(browser, "hang-up");
        await Eventually.Holds(async () => (await Shown(browser)).Should().Contain("Ready"));
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Should().HaveCount(4)));

        await Dial(browser, "+7 (916) 123-45-67");
        await Eventually.Holds(async () => (await Shown(browser)).Should().Contain("line out"), TimeSpan.FromSeconds(20));
        Verto.Asked.Should().HaveCount(4, "numbers outside are called by the service");
        (await browser.Evaluate("document.querySelectorAll('browser-telephone b').length")).Should().Be("0");
    }

    [Fact]
    public async Task Who_hangs_up_before_the_switch_has_named_the_call_has_ended_it()
    {
        await using var browser = await OpenDesk();
        var mayAnswer = new TaskCompletionSource();
        Verto.MayAnswer = mayAnswer.Task;
        await Dial(browser, "*90");
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Should().ContainSingle()));
        await Press(browser, "hang-up");
        await Eventually.Holds(async () => (await Shown(browser)).Should().Contain("Ready"));

        mayAnswer.SetResult();
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Select(one => (string?)one["method"]).Should().Equal("verto.invite", "verto.bye")));
        Verto.Asked.Select(one => (string?)one["params"]!["dialogParams"]!["callID"]).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Who_rings_before_the_switch_has_said_that_it_is_ready_rings_on()
    {
        await using var browser = await OpenDesk(isReady: false);
        await Verto.Say("verto.invite", new JsonObject { ["callID"] = Own, ["sdp"] = PageTelephone.Sdp, ["caller_id_number"] = "+79160000000" });
        await Verto.Say("verto.clientReady", []);
        // Heard after that, and only of a call that is still there.
        await Verto.Say("verto.display", new JsonObject { ["callID"] = Own, ["display_name"] = "Ivan" });
        await Eventually.Holds(async () => (await Shown(browser)).Should().ContainAll("Rings", "Ivan"));
        await Press(browser, "hang-up");
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Select(one => (string?)one["params"]!["cause"]).Should().Equal("CALL_REJECTED")));
    }

    [Fact]
    public async Task Who_opens_another_page_has_the_telephone_there_and_takes_it_back_by_a_button()
    {
        await using var browser = await OpenDesk();
        var elsewhere = NewClient();
        using (await SignIn(elsewhere, "anna"))
        {
        }

        using var other = await Open(elsewhere);
        await Eventually.Holds(async () => (await Shown(browser)).Should().ContainAll("Another page has the telephone.", "Use it here"));
        // It has the telephone as soon as this page is told, and signs in after that: taken away before, it never would.
        await SignedInAtSwitch(2);
        await Press(browser, "take");
        (await other.Code()).Should().Be(4001);
        await SignedInAtSwitch(3);
    }

    /// <summary>Anna's desk, whose telephone is ready.</summary>
    async Task<Browser> OpenDesk(bool isReady = true)
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        (await Keeper.Create("test", "anna", Password, new AccountWish(Role.Operator, "1001", []))).Should().BeNull();
        var browser = await Browser.Open(new Uri(Service.Address, "/sign-in?to=%2Fdesk&lang=en"), 1280, 800, "en", MadeUpMicrophone);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Password"));
        await browser.Do($"document.querySelector('[name=Name]').value = 'anna'; document.querySelector('[name=Password]').value = '{Password}'; document.querySelector('.door form').requestSubmit()");
        await SignedInAtSwitch(1);
        if (!isReady)
        {
            return browser;
        }

        await Verto.Say("verto.clientReady", []);
        await Eventually.Holds(async () => (await Shown(browser)).Should().Contain("Ready"));
        return browser;
    }

    static Task<string> Shown(Browser browser) => browser.Evaluate("document.querySelector('browser-telephone')?.innerText");

    static Task Press(Browser browser, string what) => browser.Do($"document.querySelector('browser-telephone [data-do={what}]').click()");

    static Task Dial(Browser browser, string number) =>
        browser.Do($"document.querySelector('browser-telephone [data-part=number]').value = '{number}'; document.querySelector('browser-telephone [data-part=dial]').requestSubmit()");
}
