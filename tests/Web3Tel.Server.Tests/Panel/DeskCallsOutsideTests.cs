using System.Net;
using System.Reactive.Threading.Tasks;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Auditing;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>Numbers outside called from the desk, with a telephone beside it.</summary>
public sealed class DeskCallsOutsideTests : PanelTest
{
    const string Anna = "user/1001";

    CallCenterService Center => Service.Services.GetRequiredService<CallCenterService>();

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:LineOut"] = "sofia/gateway/provider/{number}",
        ["Web3Tel:Queues:0:Callback"] = "true",
        // However slow the machine is, a phone rings on until the test says what becomes of it.
        ["Web3Tel:Queues:0:RingSeconds"] = "300",
        ["Web3Tel:Queues:0:AfterNoAnswerSeconds"] = "3600",
        ["Web3Tel:Queues:1:Callback"] = "true",
        ["Web3Tel:Operators:0:Queues"] = "sales,support",
        ["Web3Tel:Operators:1:SignedIn"] = "false",
    };

    [Fact]
    public async Task A_missed_caller_is_called_by_a_click_a_number_is_typed_and_the_last_one_called_once_more()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/desk", @operator: "1001");
        await Lives(browser);
        var missed = Telephony.Call("+79161111111", "<b>Missed</b>");
        await Rings(Anna);
        await Ask(new CallbackWish("support", "+79161111111") { Call = missed.Info.Ref });
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.call-card').innerText")).Should().Contain("is also to be called back: support"));
        var anna = await SignedIn("anna", Role.Operator, "1001");
        WebUtility.HtmlDecode(await anna.GetStringAsync(new Uri("/desk?lang=en", UriKind.Relative), TestContext.Current.CancellationToken))
            .Should().Contain("Call out of turn: +79161111111").And.NotContain("Cancel the callback", "that is a supervisor's");
        await Press(browser, "Cancel the callback: <b>Missed</b>");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("The customer will not be called back. Cancel?"));
        await Press(browser, "Cancel the callback");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Nobody is to be called back.").And.NotContain("is also to be called back"));
        Telephony.Refuse(Anna, HangupCause.NoAnswer);
        missed.End(HangupCause.OriginatorCancel, HungUpBy.Party);
        await Press(browser, "Ready");

        await DeskTests.ShowsMissed(browser, "+79161111111");
        await Press(browser, "Call +79161111111");
        await Rings(Anna);
        Telephony.Answer(Anna);
        await Rings("sofia/gateway/provider/+79161111111");
        var other = Telephony.Answer("sofia/gateway/provider/+79161111111");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Once more: +79161111111"));
        other.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await Center.History.Page(before: null, 5))!.Should().Contain(call => call.IsByOperator && call.Dialled == "+79161111111"));

        await Press(browser, "Break: Break");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.state-card .state.break') !== null")).Should().Be("true"));
        await Ask(new CallbackWish("sales", "+79162222222") { Name = "<i>Wish</i>" });
        await Press(browser, "Call out of turn: +79162222222");
        await Rings(Anna);
        Telephony.Answer(Anna);
        await Rings("sofia/gateway/provider/+79162222222");
        other = Telephony.Answer("sofia/gateway/provider/+79162222222");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Nobody is to be called back.", "who has been talked to by hand is not called once more"));
        (await Center.History.Callbacks(before: null, 5))!.Value.Calls.Select(call => call.Callback).Should().Contain(CallbackEnd.CalledByHand);
        other.End(HangupCause.NormalClearing, HungUpBy.Party);

        await Type(browser, "dial", "anna");
        await browser.Do("document.querySelector('.dial button.main').click()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.alarm')?.innerText")).Should().Contain("'anna'"));
        (await Nameless(browser)).Should().BeEmpty();
        await Press(browser, "Once more: +79162222222");
        await Rings(Anna);
    }

    [Fact]
    public async Task An_own_message_is_there_when_it_is_left_and_is_marked_and_deleted_on_the_desk()
    {
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        var (own, other) = (Left("1001", "<b>Ivan</b>"), Left("1002", "Secret"));
        await Center.Messages.TakeIn(other);
        await Center.Messages.TakeIn(own);
        await Press(browser, "Mark as read: <b>Ivan</b>");
        await Press(browser, "Mark as unread: <b>Ivan</b>");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelectorAll('.messages .unread').length")).Should().Be("1"));
        (await Nameless(browser)).Should().BeEmpty();
        (await browser.Text()).Should().NotContain("Secret");
        await Press(browser, "Delete the message: <b>Ivan</b>");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Nobody can hear it any more then. Delete?"));
        await Press(browser, "Delete");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("No messages."));
        (await Center.Messages.Get(own.Id))!.Deleted.Should().NotBeNull();
        await Eventually.Holds(() => Task.FromResult(Center.Current.Audit.Values.Where(act => act.Detail == own.Id).Select(act => (act.By, act.Act))
            .Should().Equal(("anna", AuditedAct.ReadMessage), ("anna", AuditedAct.UnreadMessage), ("anna", AuditedAct.DeleteMessage))));
    }

    [Fact]
    public async Task Where_numbers_outside_are_not_called_the_desk_offers_none()
    {
        More.Clear();
        await Restart();
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        (await browser.Evaluate("document.querySelector('.dial') === null")).Should().Be("true");
    }

    async Task Ask(CallbackWish wish) => (await Center.Ask(wish).ToTask(TestContext.Current.CancellationToken)).Should().Be(CallbackReply.Accepted);

    static VoiceMessage Left(string mailbox, string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        return MessageFile.Begin(Mailbox.OfOperator(mailbox), new CallInfo(new CallRef(FakeSwitch.Node, $"voice{mailbox}"), "+79163333333", name, "1009", now, new Dictionary<string, string>()), now)
            with { State = MessageState.Kept, IsPassedOn = true, Length = TimeSpan.FromSeconds(5) };
    }
}
