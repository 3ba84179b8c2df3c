using FluentAssertions;
using Web3Tel.Calls;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class The_time_of_joining
{
    static readonly DateTimeOffset Joined = new(2026, 11, 24, 17, 8, 36, 811, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9_999)]
    public void Comes_back_from_the_call_to_the_last_tick(int ticks) =>
        TimeOfJoining.FromText(TimeOfJoining.ToText(Joined.AddTicks(ticks))).Should().Be(Joined.AddTicks(ticks));

    [Fact]
    public void Whole_milliseconds_are_written_as_before() => TimeOfJoining.ToText(Joined).Should().Be($"{Joined.ToUnixTimeMilliseconds()}");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public void Is_not_there_when_the_call_says_something_else(string? text) => TimeOfJoining.FromText(text).Should().BeNull();
}
