using System.Text.Json;
using FluentAssertions;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Tests.Callbacks;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Journal;

/// <summary>What was written before operators had breaks is still read, and means what it meant.</summary>
public sealed class Journals_of_before
{
    const string Configured =
        """
        {"number":1,"version":1,"event":{"$type":"configured","configuration":{
        "queues":[{"name":"sales","music":"local_stream://moh","ringTime":"00:00:20","wrapUp":"00:00:10","afterReject":"00:00:10",
        "afterBusy":"00:00:10","afterNoAnswer":"00:00:30","afterUnreachable":"00:01:00","record":true}],
        "agents":[{"id":"anna","name":"anna","destination":"user/anna","queues":["sales"],"signedIn":true}],
        "returnTime":"00:00:05","lostAfter":"00:01:00","connectTime":"00:00:10"},"at":"2026-11-24T10:00:00+00:00"}}
        """;

    [Fact]
    public void A_configuration_without_the_newer_settings_has_their_defaults()
    {
        var read = (Event.Configured)JsonSerializer.Deserialize(Configured, JournalJson.Default.JournalEntry)!.Event;
        var defaults = new Configuration();
        read.Configuration.LongestBreak.Should().Be(defaults.LongestBreak);
        read.Configuration.LongestWrapUp.Should().Be(defaults.LongestWrapUp);
        read.Configuration.LongestDoNotDisturb.Should().Be(defaults.LongestDoNotDisturb);
        read.Configuration.LongestOutsideCall.Should().Be(defaults.LongestOutsideCall);
        read.Configuration.LongestUnheard.Should().Be(defaults.LongestUnheard);
        read.Configuration.BreakReasons.Should().Equal(defaults.BreakReasons);
        read.Configuration.Queues.Single().AfterConnectFailed.Should().Be(TimeSpan.FromSeconds(5));
        var (queue, usual) = (read.Configuration.Queues.Single(), Desk.Sales);
        (queue.RingFirst, queue.RingMore, queue.RingStep).Should().Be((usual.RingFirst, usual.RingMore, usual.RingStep));
        read.Configuration.Problems().Should().BeEmpty();
    }

    [Fact]
    public void A_survey_that_says_nothing_of_phones_finds_none_in_use()
    {
        const string Surveyed = """{"number":2,"version":1,"event":{"$type":"nodeSurveyed","node":"fs1","calls":[],"at":"2026-11-24T10:00:01+00:00"}}""";
        var state = Replay.State(
            null,
            [
                JsonSerializer.Deserialize(Configured, JournalJson.Default.JournalEntry)!,
                JsonSerializer.Deserialize(Surveyed, JournalJson.Default.JournalEntry)!,
            ]);
        state.Agents["anna"].Outside.Should().BeNull();
        state.Nodes.Should().Contain("fs1");
    }

    [Fact]
    public void An_agent_without_the_newer_fields_works_on()
    {
        var state = Replay.State(null, [JsonSerializer.Deserialize(Configured, JournalJson.Default.JournalEntry)!]);
        var snapshot = OnDisk.Json(state);
        snapshot = snapshot.Replace(",\"unanswered\":0", "", StringComparison.Ordinal).Replace(",\"audit\":[]", "", StringComparison.Ordinal)
            .Replace("\"audit\":[],", "", StringComparison.Ordinal);
        snapshot.Should().NotContain("unanswered").And.NotContain("audit");
        var restored = OnDisk.Restored(snapshot);
        restored.Agents["anna"].Should().BeEquivalentTo(state.Agents["anna"]);
        restored.Audit.Should().BeEmpty();
    }

    [Fact]
    public void A_caller_who_asked_to_be_called_back_when_that_could_be_asked_only_once_has_asked_for_it_still()
    {
        var desk = CallbackDesk.Open(CallbackDesk.Usual).Arrives("a");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("a") });
        var state = OnDisk.Json(desk.State);
        var before = state.Replace("\"askedFor\":[\"sales/79161234567\"]", "\"askedFor\":\"sales/79161234567\"", StringComparison.Ordinal);
        before.Should().NotBe(state);
        OnDisk.Json(OnDisk.Restored(before)).Should().Be(state);
    }
}
