using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class A_call_center_in_a_random_world(ITestOutputHelper output)
{
    /// <summary>Of each world; all twelve have more than 100,000.</summary>
    internal const int Calls = 8_500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Serves_callers_in_order_and_loses_nobody_whatever_goes_wrong(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.All, Calls);
        world.Run();
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Commands} commands, {world.Events} events");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
        world.Events.Should().BeGreaterThan(Calls, "the laws are asked after each");
        world.Commands.Should().BeGreaterThan(Calls / 10, "operators come and go all the time");
    }
}
