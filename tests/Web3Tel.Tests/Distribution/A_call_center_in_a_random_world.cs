using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class A_call_center_in_a_random_world(ITestOutputHelper output) : RandomDay(output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Serves_callers_in_order_and_loses_nobody_whatever_goes_wrong(int seed) => Pass(seed);
}
