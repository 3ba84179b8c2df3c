using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The same worlds as <see cref="A_call_center_in_a_random_world"/>, but a queue is taken out while callers stand in it, and put back.</summary>
public sealed class A_call_center_whose_queues_go(ITestOutputHelper output)
{
    static readonly HangupCause[] NoQueue = [new("NO_ROUTE_DESTINATION"), new("NORMAL_TEMPORARY_FAILURE")];

    const int Calls = RandomDay.Calls;

    [Theory]
    [InlineData(501)]
    public void Drops_nobody_for_that(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.QueuesGo, Calls);
        world.Run();
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Events} events");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
        var moved = world.History.Puts.Count(entry => entry.Journey.Any(step => step.Detail?.EndsWith(": The queue is no more.", StringComparison.Ordinal) == true));
        output.WriteLine($"{moved} stood in a queue that was taken out");
        moved.Should().BeGreaterThan(Calls / 100, "that is the point");
        world.History.Puts.Should().NotContain(entry => entry.Result == CallResult.Failed && NoQueue.Contains(entry.Cause), "there is always one queue left");
        world.Events.Should().BeGreaterThan(Calls, "the laws are asked after each");
    }
}
