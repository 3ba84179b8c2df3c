using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>More worlds like those of <see cref="A_call_center_in_a_random_world"/>, in a class of their own so that both run at once.</summary>
public sealed class A_call_center_in_another_random_world(ITestOutputHelper output) : RandomDay(output)
{
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Serves_callers_in_order_and_loses_nobody_whatever_goes_wrong(int seed) => Pass(seed);
}
