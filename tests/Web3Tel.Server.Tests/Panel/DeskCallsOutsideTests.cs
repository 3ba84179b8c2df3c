using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>Numbers outside called from the desk, with a telephone beside it.</summary>
public sealed class DeskCallsOutsideTests : PanelTest
{
    const string Anna = "user/1001";

    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:LineOut"] = "sofia/gateway/provider/{number}" };

    [Fact]
    public async Task A_missed_caller_is_called_by_a_click_a_number_is_typed_and_the_last_one_called_once_more()
    {
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        var missed = Telephony.Call("+79161111111", "<b>Missed</b>");
        await Rings(Anna);
        Telephony.Refuse(Anna, HangupCause.NoAnswer);
        missed.End(HangupCause.OriginatorCancel, HungUpBy.Party);
        await Press(browser, "Ready");

        await Press(browser, "Call +79161111111");
        await Rings(Anna);
        Telephony.Answer(Anna);
        await Rings("sofia/gateway/provider/+79161111111");
        var other = Telephony.Answer("sofia/gateway/provider/+79161111111");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Once more: +79161111111"));
        other.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await Service.Services.GetRequiredService<CallCenterService>().History.Page(before: null, 5))!.Should().Contain(call => call.IsByOperator && call.Dialled == "+79161111111"));

        await Type(browser, "dial", "anna");
        await browser.Evaluate("document.querySelector('.dial button.main').click()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.alarm')?.innerText")).Should().Contain("'anna'"));
        (await Nameless(browser)).Should().BeEmpty();
        await Press(browser, "Once more: +79161111111");
        await Rings(Anna);
    }

    [Fact]
    public async Task Where_numbers_outside_are_not_called_the_desk_offers_none()
    {
        More.Remove("Web3Tel:LineOut");
        await Restart();
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        (await browser.Evaluate("document.querySelector('.dial') === null")).Should().Be("true");
    }
}
