using FluentAssertions;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>A day on which everything goes wrong that can, in classes of a few seeds each: the tests of one class run one after another, classes beside each other.</summary>
public abstract class RandomDay(ITestOutputHelper output)
{
    /// <summary>Of each world; all fifteen have more than 100,000.</summary>
    internal const int Calls = 7_000;

    protected void Pass(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.All, Calls);
        world.Run();
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Commands} commands, {world.Events} events, "
            + $"{world.Matching.Fitting} offers by skill, level or agent, {world.Matching.Loyal} to the agent spoken with last; {string.Join(", ", world.Talks.Select(talk => $"{talk.Value} {talk.Key}"))}");
        output.WriteLine($"{world.Promised.Count} callbacks promised, {world.CalledBack} customers talked");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
        world.EndedUnheard.Should().BeGreaterThan(Calls / 100, "ends of conversations are lost now and then");
        output.WriteLine($"put right: {string.Join(", ", world.End.Repairs)}");
        world.End.Repairs.Values.Sum().Should().BeGreaterThan(Calls / 100, "much is missed, and put right");
        world.PhonesLost.Should().BeGreaterThan(Calls / 100, "phones die in conversations");
        world.History.Puts.Where(entry => entry.Journey.Any(step => step.What == JourneyEvent.PhoneLost)).DistinctBy(entry => entry.Id).Count().Should().BeGreaterThan(Calls / 100, "and it is in the history");
        world.History.Puts.Count(entry => entry.Journey.Any(step => step.What == JourneyEvent.RungBack)).Should().BeGreaterThan(Calls / 1_000, "callers are forgotten on hold");
        world.History.Puts.Where(entry => entry.Mark is not null).Select(entry => entry.Id).Distinct().Count().Should().BeGreaterThan(Calls / 50, "many give a mark");
        world.Matching.Loyal.Should().BeGreaterThan(Calls / 1_000, "callers ring again");
        world.Matching.Fitting.Should().BeGreaterThan(Calls / 10, "many ask for more than anybody");
        var outgoing = world.History.Puts.Where(entry => entry.IsByOperator).DistinctBy(entry => entry.Id).GroupBy(entry => entry.Result).ToDictionary(group => group.Key, group => group.Count());
        output.WriteLine($"outgoing: {string.Join(", ", outgoing.Select(result => $"{result.Value} {result.Key}"))}, {world.OutgoingCommands} commands");
        outgoing.Keys.Should().Contain([CallResult.Answered, CallResult.NotReached, CallResult.OperatorNotReached, CallResult.Refused, CallResult.Abandoned]);
        outgoing[CallResult.Answered].Should().BeGreaterThan(Calls / 100, "operators dial out all the time");
        world.OutgoingCommands.Should().BeGreaterThan(10, "supervisors listen to them, too");
        world.History.Puts.Where(entry => entry.IsByOperator && entry.Journey.Any(step => step.What == JourneyEvent.PhoneLost)).DistinctBy(entry => entry.Id)
            .Should().HaveCountGreaterThan(Calls / 1_000, "their phones die, too").And.OnlyContain(entry => entry.HungUpBy == EndedBy.Unknown, "and nobody has hung up");
        world.ToldByTheWay.Should().BeGreaterThan(10, "agents wait now and then for a caller who hears it");
        world.CalledBack.Should().BeGreaterThan(Calls / 100, "many are called back");
        world.Promised.Count.Should().BeGreaterThan(Calls / 50, "many ask for it");
        world.Talks.Should().HaveCount(12, "everything can be asked of a conversation").And.OnlyContain(talk => talk.Value > Calls / 500);
        world.Events.Should().BeGreaterThan(Calls, "the laws are asked after each");
        world.Commands.Should().BeGreaterThan(Calls / 10, "operators come and go all the time");
    }
}
