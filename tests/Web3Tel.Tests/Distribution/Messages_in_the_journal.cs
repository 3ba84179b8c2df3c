using FluentAssertions;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Of voicemail the call center remembers that a caller began a message, and what people did to one.</summary>
public sealed class Messages_in_the_journal
{
    readonly Desk _desk = new("anna");

    [Fact]
    public void A_message_is_a_step_of_the_journey()
    {
        _desk.Arrives("caller").Do(new Event.MessageBegun(_desk.Now, Desk.Call("caller"), "queue:sales", "m1"));
        _desk.Caller("caller").Journey[^1].Should().BeEquivalentTo(new { What = JourneyEvent.LeavesMessage, Detail = "queue:sales m1" });
    }

    [Fact]
    public void Of_a_caller_who_is_gone_it_changes_nothing()
    {
        _desk.Do(new Event.MessageBegun(_desk.Now, Desk.Call("nobody"), "queue:sales", "m1"));
        _desk.State.Ignored.Should().Be(1);
    }

    [Theory]
    [InlineData(MessageMark.Read, AuditedAct.ReadMessage)]
    [InlineData(MessageMark.Unread, AuditedAct.UnreadMessage)]
    [InlineData(MessageMark.Deleted, AuditedAct.DeleteMessage)]
    public void What_is_done_to_a_message_is_in_the_audit_trail(MessageMark mark, AuditedAct act)
    {
        _desk.Do(new Event.MessageMarked(_desk.Now, "olga", "operator:anna", "m1", mark));
        _desk.State.Audit.Values.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { By = "olga", Agent = "operator:anna", Act = act, Detail = "m1" });
    }
}
