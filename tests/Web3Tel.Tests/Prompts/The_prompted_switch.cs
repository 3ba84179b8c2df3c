using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Prompts;
using Xunit;

namespace Web3Tel.Tests.Prompts;

public sealed class The_prompted_switch
{
    /// <summary>One that is forgotten would do by default what a switch does that cannot: nothing, and nobody would be told.</summary>
    [Theory]
    [InlineData(typeof(ISwitch), typeof(PromptedSwitch))]
    [InlineData(typeof(ICall), typeof(PromptedCall))]
    public void Hands_on_whatever_a_switch_can_do(Type port, Type prompted) =>
        prompted.GetInterfaceMap(port).TargetMethods.Should().OnlyContain(method => method.DeclaringType == prompted);
}
