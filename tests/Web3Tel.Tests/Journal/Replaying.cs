using System.Text.Json;
using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Journal;

public sealed class Replaying
{
    static readonly Event[] Day =
    [
        new Event.ServiceStarted(Desk.Opening, Guid.Empty),
        new Event.Configured(Desk.Opening, new Configuration { Queues = [Desk.Sales], Agents = [Desk.Serving("anna", "sales")] }),
        new Event.NodeSurveyed(Desk.Opening, Desk.Node, []),
        new Event.CallArrived(Desk.Opening, Desk.Call("a"), "1", "", "1000", Desk.Opening),
        new Event.Joined(Desk.Opening, Desk.Call("a"), "sales"),
        new Event.OfferAnswered(Desk.Opening.AddSeconds(3), 1),
        new Event.Connected(Desk.Opening.AddSeconds(3), 1, Desk.Call("a")),
        new Event.CallEnded(Desk.Opening.AddSeconds(9), Desk.Call("a"), new("NORMAL_CLEARING"), Calls.HungUpBy.Party),
        new Event.Woke(Desk.Opening.AddSeconds(19)),
    ];

    static IEnumerable<JournalEntry> Entries => Day.Select((happened, n) => new JournalEntry(n + 1, JournalEntry.CurrentVersion, happened));

    [Fact]
    public void From_any_snapshot_leads_to_the_same_state()
    {
        var live = OnDisk.Json(Replay.State(null, Entries));
        for (var cut = 0; cut <= Day.Length; cut++)
        {
            var json = OnDisk.Json(Replay.State(null, Entries.Take(cut)));
            var snapshot = OnDisk.Read(json);
            OnDisk.Json(Replay.State(snapshot, Entries)).Should().Be(live);
        }
    }

    [Fact]
    public void Gives_the_history_again()
    {
        var history = Replay.Archived(null, Entries).ToArray();
        history.Select(entry => (entry.Id, entry.Result, entry.TalkedSeconds))
            .Should().Equal(("a", CallResult.Answered, 6.0), ("a", CallResult.Answered, 6.0));
    }

    [Fact]
    public void Tells_which_entry_is_missing()
    {
        var replay = () => Replay.State(null, Entries.Where(entry => entry.Number != 4));
        replay.Should().Throw<InvalidDataException>().WithMessage("Journal entry 4 is missing: 5 was found in its place.");
    }

    [Fact]
    public void Refuses_what_a_newer_program_wrote()
    {
        var replay = () => Replay.State(null, Entries.Select(entry => entry with { Version = 99 }));
        replay.Should().Throw<InvalidDataException>().WithMessage("*version 99*");
    }

    [Fact]
    public void The_views_of_a_restored_queue_are_those_of_the_live_one()
    {
        var desk = new Desk("anna", "boris").Joins("a").Joins("b").Joins("c").Joins("d").Talks("anna").IsLost("c");
        var restored = OnDisk.Restored(desk.State);
        var (lived, read) = (desk.State.Queues["sales"], restored.Queues["sales"]);
        read.Line.Should().Equal(lived.Line);
        read.Anybody.Present.Should().Equal(lived.Anybody.Present);
        read.Anybody.Unoffered.Should().Equal(lived.Anybody.Unoffered);
        read.Expected.Should().Equal(lived.Expected);
        read.Ready.Should().Equal(lived.Ready);
        restored.Deadlines.Should().Equal(desk.State.Deadlines);
        restored.Legs.Should().Equal(desk.State.Legs);
    }

    [Fact]
    public void Strategies_and_tiers_that_are_missing_in_a_journal_of_before_have_their_defaults()
    {
        var read = JsonSerializer.Deserialize(
            """
            {"number":2,"version":1,"event":{"$type":"configured","at":"2026-11-24T10:00:00+00:00","configuration":{
              "queues":[{"name":"sales","ringTime":"00:00:20","wrapUp":"00:00:10","afterReject":"00:00:10","afterBusy":"00:00:10",
                "afterNoAnswer":"00:00:30","afterUnreachable":"00:01:00","record":true}],
              "agents":[{"id":"anna","name":"Anna","destination":"user/1001","queues":["sales"],"signedIn":true}],
              "returnTime":"00:00:05","lostAfter":"00:01:00","connectTime":"00:00:10"}}}
            """,
            JournalJson.Default.JournalEntry)!;
        var state = Replay.State(null, [new JournalEntry(1, 1, new Event.ServiceStarted(Desk.Opening, Guid.Empty)), read]);
        state.Ignored.Should().Be(0);
        state.Queues["sales"].Ready.Should().ContainSingle().Which.Should().Be(new Turn(1, 0, Desk.Opening, "anna"));
    }
}
