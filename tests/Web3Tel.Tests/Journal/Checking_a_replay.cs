using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Journal;

public sealed class Checking_a_replay
{
    static readonly Dictionary<long, CallCenter> NoStates = [];

    [Theory]
    [InlineData(81)]
    [InlineData(82)]
    public void A_day_full_of_faults_is_decided_as_it_was_then(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.All with { ServiceKilledEvery = null }, calls: 500);
        world.Run();
        world.Laws.Violations.Should().BeEmpty();
        var history = world.History.Puts.GroupBy(entry => entry.Id).ToDictionary(puts => puts.Key, puts => puts.Last());
        var middle = Replay.State(null, world.Journal.Take(world.Journal.Count / 2));
        var result = Check(world.Journal, history, new() { [middle.Number] = middle, [world.End.Number] = world.End });
        result.Should().BeEquivalentTo(
            new { IsTheSame = true, Events = (long)world.Journal.Count, Calls = world.Arrived.Union(world.Promised).Count() + world.History.Puts.Where(put => put.Direction == CallDirection.Consultation).DistinctBy(put => put.Id).Count(), DifferentCalls = 0, UnknownCalls = 0, States = 2, DifferentStates = 0 },
            $"that is so for the world of seed {seed}");
        result.Offers.Should().BeGreaterThan(300);
    }

    [Fact]
    public void A_call_that_went_to_another_agent_then_is_told_with_the_first_step_that_differs()
    {
        var desk = new Desk("anna", "boris").Joins("a").Talks("anna").Pass(5).HangsUp("a").Pass(10);
        var entry = desk.History.Last();
        var other = entry with { Journey = entry.Journey.SetItem(2, entry.Journey[2] with { Agent = "boris" }) };
        var result = Check(Entries(desk), new() { ["a"] = other }, NoStates);
        result.IsTheSame.Should().BeFalse();
        result.DifferentCalls.Should().Be(1);
        result.Difference.Should().Be("Call a: then Offered boris at 2026-11-24 10:00:00Z, now Offered anna at 2026-11-24 10:00:00Z.");
    }

    [Fact]
    public void A_call_the_history_does_not_have_is_counted_and_not_compared()
    {
        var desk = new Desk("anna").Joins("a").HangsUp("a");
        var result = Check(Entries(desk), [], NoStates);
        result.Should().BeEquivalentTo(new { IsTheSame = true, Calls = 0, UnknownCalls = 1 });
    }

    [Fact]
    public void A_state_that_was_another_then_is_a_difference()
    {
        var desk = new Desk("anna").Joins("a");
        var other = desk.State with { CallersSeen = 99 };
        var result = Check(Entries(desk), [], new() { [other.Number] = other });
        result.DifferentStates.Should().Be(1);
        result.Difference.Should().StartWith($"The state saved at entry {other.Number} (2026-11-24 10:00:00Z)");
    }

    [Fact]
    public void A_state_is_compared_as_it_is_on_the_disk()
    {
        var desk = new Desk("anna", "boris").Joins("a").Talks("anna").Joins("b");
        var read = OnDisk.Read(OnDisk.Json(desk.State));
        Check(Entries(desk), [], new() { [read.Number] = read.Restore() }).States.Should().Be(1);
        Check(Entries(desk), [], new() { [read.Number] = read.Restore() }).DifferentStates.Should().Be(0);
    }

    static IEnumerable<JournalEntry> Entries(Desk desk) =>
        desk.Moments.Select(moment => new JournalEntry(moment.After.Number, JournalEntry.CurrentVersion, moment.Happened));

    static ReplayResult Check(IEnumerable<JournalEntry> journal, Dictionary<string, HistoryEntry> history, Dictionary<long, CallCenter> states)
    {
        var check = new ReplayCheck(history.GetValueOrDefault, states);
        foreach (var moment in Replay.Moments(CallCenter.Empty, journal))
        {
            check.Read(moment);
        }

        return check.Complete();
    }
}
