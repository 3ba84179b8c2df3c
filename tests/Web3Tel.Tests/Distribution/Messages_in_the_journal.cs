using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Of voicemail the call center remembers that a caller began a message, what became of it, and what people did to one.</summary>
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

    [Fact]
    public void One_that_was_begun_is_waited_for_until_all_is_known_and_each_thing_counts_once()
    {
        Begins("m1");
        _desk.State.Messages["m1"].Should().BeEquivalentTo(new { Mailbox = "queue:sales", Begun = _desk.Now, Fate = (MessageFate?)null });
        Settles(MessageFate.Mailing, MessageFate.Kept, MessageFate.Kept, MessageFate.TooShort, MessageFate.Mailed, MessageFate.Mailing);
        _desk.State.Messages["m1"].Fate.Should().Be(MessageFate.Mailing);
        _desk.State.Ignored.Should().Be(4, "its e-mail cannot be on its way before it is kept, nor have arrived before it is on its way, and what is kept stays so");
        Settles(MessageFate.Mailed, MessageFate.MailFailed);
        _desk.State.Messages.Should().BeEmpty();
        _desk.State.Ignored.Should().Be(5);
    }

    [Theory]
    [InlineData(MessageFate.RecordedAgain)]
    [InlineData(MessageFate.TooShort)]
    [InlineData(MessageFate.Lost)]
    public void Nobodys_message_is_waited_for_no_longer(MessageFate fate)
    {
        Begins("m1");
        Settles(fate);
        _desk.State.Messages.Should().BeEmpty();
        _desk.State.Ignored.Should().Be(0);
    }

    [Fact]
    public void The_same_message_begins_once()
    {
        Begins("m1");
        _desk.Pass(5).Do(new Event.MessageBegun(_desk.Now, Desk.Call("caller"), "queue:sales", "m1"));
        _desk.State.Messages["m1"].Begun.Should().Be(_desk.Now.AddSeconds(-5));
        _desk.State.Ignored.Should().Be(1);
    }

    [Fact]
    public void Nobody_is_waited_for_longer_than_any_email_is_tried()
    {
        Begins("m1");
        _desk.Now = _desk.Now.AddDays(61);
        _desk.Arrives("other").Do(new Event.MessageBegun(_desk.Now, Desk.Call("other"), "queue:sales", "m2"));
        _desk.State.Messages.Keys.Should().Equal("m2");
    }

    [Fact]
    public void What_is_waited_for_outlives_the_service()
    {
        Begins("m1");
        Settles(MessageFate.Kept);
        var restored = JsonSerializer.Deserialize(JsonSerializer.Serialize(Snapshot.Of(_desk.State), JournalJson.Default.Snapshot), JournalJson.Default.Snapshot)!.Restore();
        restored.Messages.Should().BeEquivalentTo(_desk.State.Messages);
        JsonSerializer.Deserialize(Without("messages"), JournalJson.Default.Snapshot)!.Restore().Messages.Should().BeEmpty("a snapshot of before has none");
    }

    string Without(string name)
    {
        var snapshot = JsonNode.Parse(JsonSerializer.Serialize(Snapshot.Of(_desk.State), JournalJson.Default.Snapshot))!.AsObject();
        snapshot.Remove(name).Should().BeTrue();
        return snapshot.ToJsonString();
    }

    void Begins(string message) => _desk.Arrives("caller").Do(new Event.MessageBegun(_desk.Now, Desk.Call("caller"), "queue:sales", message));

    void Settles(params MessageFate[] fates)
    {
        foreach (var fate in fates)
        {
            _desk.Do(new Event.MessageSettled(_desk.Now, "m1", fate));
        }
    }

    [Theory]
    [InlineData(MessageMark.Read, AuditedAct.ReadMessage)]
    [InlineData(MessageMark.Unread, AuditedAct.UnreadMessage)]
    [InlineData(MessageMark.Deleted, AuditedAct.DeleteMessage)]
    [InlineData(MessageMark.Expired, AuditedAct.DeleteMessage)]
    public void What_is_done_to_a_message_is_in_the_audit_trail(MessageMark mark, AuditedAct act)
    {
        _desk.Do(new Event.MessageMarked(_desk.Now, "olga", "operator:anna", "m1", mark));
        _desk.State.Audit.Values.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { By = "olga", Agent = "operator:anna", Act = act, Detail = "m1" });
    }
}
