using System.Reactive;
using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Calls;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>A flow reads the channel variables of its call, whichever it wants.</summary>
public sealed class VariablesOfACallTests : IDisposable
{
    readonly List<CallInfo> calls = [];
    readonly Spine spine;

    public VariablesOfACallTests()
    {
        spine = new Spine(reception: (_, _) => call => Observable.Defer(() =>
        {
            calls.Add(call.Info);
            return Observable.Never<Unit>();
        }));
        spine.Caller(1);
        spine.Run(1);
    }

    IReadOnlyDictionary<string, string> Variables => calls.Should().ContainSingle().Subject.Variables;

    public void Dispose() => spine.Dispose();

    [Fact]
    public void Each_is_found_by_its_name()
    {
        Variables["sip_from_user"].Should().Be("+79160000001");
        Variables.GetValueOrDefault("sip_to_user").Should().Be("1000");
        Variables.ContainsKey("sip_to_user").Should().BeTrue();
    }

    [Fact]
    public void One_that_the_call_does_not_have_is_not_found()
    {
        Variables.GetValueOrDefault("weather").Should().BeNull();
        Variables.ContainsKey("weather").Should().BeFalse();
        Variables.Invoking(all => all["weather"]).Should().Throw<KeyNotFoundException>().WithMessage("*weather*");
    }

    [Fact]
    public void All_can_be_listed_each_once()
    {
        Variables.Should().HaveCountGreaterThan(20).And.Contain("sip_from_user", "+79160000001");
        Variables.Keys.Should().OnlyHaveUniqueItems().And.HaveCount(Variables.Count).And.Contain("socket_resume");
        Variables.Values.Should().HaveCount(Variables.Count);
    }
}
