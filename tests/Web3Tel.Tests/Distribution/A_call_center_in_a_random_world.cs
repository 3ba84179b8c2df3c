using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class A_call_center_in_a_random_world(ITestOutputHelper output)
{
    const int Calls = 2_500;

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
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Events} events");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    public void Loses_nobody_even_when_the_last_seconds_of_the_journal_are_lost_again_and_again(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.SlowDisk, Calls);
        world.Run();
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Events} events");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public void Serves_callers_in_order_when_nothing_goes_wrong(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.None, Calls);
        world.Run();
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
        world.Arrived.Should().HaveCount(Calls);
    }
}
