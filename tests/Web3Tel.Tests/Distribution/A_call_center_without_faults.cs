using FluentAssertions;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The same worlds as <see cref="A_call_center_in_a_random_world"/>, on a day on which all goes well.</summary>
public sealed class A_call_center_without_faults
{
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public void Serves_callers_in_order_when_nothing_goes_wrong(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.None, RandomDay.Calls);
        world.Run();
        world.Laws.Violations.Should().BeEmpty($"that is the law (seed {seed})");
        world.Arrived.Should().HaveCountGreaterThanOrEqualTo(RandomDay.Calls);
    }
}
