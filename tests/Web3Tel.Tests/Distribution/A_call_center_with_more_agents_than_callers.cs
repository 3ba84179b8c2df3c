using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The same worlds as <see cref="A_call_center_in_a_random_world"/>, but agents are free, so that where several phones ring for a caller they do.</summary>
public sealed class A_call_center_with_more_agents_than_callers(ITestOutputHelper output)
{
    const int Calls = RandomDay.Calls;

    [Theory]
    [InlineData(401)]
    [InlineData(402)]
    public void Rings_as_many_phones_as_the_strategies_say_and_stops_them_in_time_whatever_goes_wrong(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.Quiet, Calls);
        world.Run();
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.RingingAlong} times several phones along, {world.Events} events");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
        world.Events.Should().BeGreaterThan(Calls, "the laws are asked after each");
        world.RingingAlong.Should().BeGreaterThan(Calls / 25, "most queues ring several phones for a caller");
    }
}
