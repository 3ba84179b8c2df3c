using FluentAssertions;
using Web3Tel.Calls;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

public sealed class MessageLampTests : IDisposable
{
    readonly Spine spine = new();

    public void Dispose() => spine.Dispose();

    [Fact]
    public void A_phone_is_told_how_many_messages_wait()
    {
        var phone = spine.Operator(1);
        Show(3, 5).Should().Equal(Reply.Done);
        (phone.IsLampLit, phone.Messages).Should().Be((true, "3/5 (0/0)"));
        Show(0, 8).Should().Equal(Reply.Done);
        (phone.IsLampLit, phone.Messages).Should().Be((false, "0/8 (0/0)"));
    }

    [Fact]
    public void A_phone_that_registers_asks()
    {
        var asked = new List<string>();
        using var listening = spine.Switch.MessageQueries.Subscribe(asked.Add);
        spine.Operator(1).Unregisters().Registers();
        spine.Run(1);
        asked.Should().Equal("user/1001");
    }

    [Fact]
    public void Without_a_switch_the_answer_says_so()
    {
        spine.FreeSwitch.CutConnections();
        Show(1, 0).Should().ContainSingle().Which.Outcome.Should().Be(ReplyOutcome.Disconnected);
    }

    [Fact]
    public void A_destination_that_is_no_user_has_no_lamp()
    {
        var replies = new List<Reply>();
        spine.Switch.ShowMessages("sofia/gateway/provider/79161234567", 1, 0).Subscribe(replies.Add);
        replies.Should().Equal(Reply.Done);
    }

    List<Reply> Show(int unread, int read)
    {
        var replies = new List<Reply>();
        using var showing = spine.Switch.ShowMessages("user/1001", unread, read).Subscribe(replies.Add);
        spine.Run(1);
        return replies;
    }
}
