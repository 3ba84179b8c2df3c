using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The same worlds as <see cref="A_call_center_in_a_random_world"/>, but what happened last is forgotten whenever the service dies.</summary>
public sealed class A_call_center_with_a_slow_disk(ITestOutputHelper output)
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    public void Loses_nobody_even_when_the_last_seconds_of_the_journal_are_lost_again_and_again(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.SlowDisk, RandomDay.Calls);
        world.Run();
        output.WriteLine($"seed {seed}: {world.Arrived.Count} callers, {world.Bridges} bridges, {world.Restarts} restarts, {world.Events} events");
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
    }
}
