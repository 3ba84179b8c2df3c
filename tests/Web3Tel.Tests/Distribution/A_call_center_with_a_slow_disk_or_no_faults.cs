using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The same worlds as <see cref="A_call_center_in_a_random_world"/>, in a class of their own so that both run at once.</summary>
public sealed class A_call_center_with_a_slow_disk_or_no_faults(ITestOutputHelper output)
{
    const int Calls = A_call_center_in_a_random_world.Calls;

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
        world.Arrived.Should().HaveCountGreaterThanOrEqualTo(Calls);
    }
}
