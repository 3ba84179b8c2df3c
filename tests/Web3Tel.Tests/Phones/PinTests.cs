using FluentAssertions;
using Web3Tel.Phones;
using Xunit;

namespace Web3Tel.Tests.Phones;

public sealed class PinTests
{
    [Fact]
    public void Only_the_right_digits_are_right_and_what_is_kept_says_nothing_of_them()
    {
        var pin = Pin.Read(Pin.Of("4711").Secret())!;
        pin.Is("4711").Should().BeTrue();
        pin.Is("4712").Should().BeFalse();
        pin.Is("").Should().BeFalse();
        pin.Secret().Should().NotContain("4711").And.StartWith("pbkdf2-sha256$100000$");
        pin.ToString().Should().Be("a PIN");
    }

    [Fact]
    public void The_same_digits_are_kept_differently_each_time() => Pin.Of("4711").Secret().Should().NotBe(Pin.Of("4711").Secret());

    [Theory]
    [InlineData("")]
    [InlineData("4711")]
    [InlineData("pbkdf2-sha256$100000$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$0$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha1$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha256$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=$")]
    public void What_the_command_did_not_print_is_none(string text) => Pin.Read(text).Should().BeNull();

    [Theory]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12a4")]
    public void Four_to_twelve_digits_are_a_PIN(string text)
    {
        var make = () => Pin.Of(text);
        make.Should().Throw<ArgumentException>();
    }
}
