using FluentAssertions;
using Web3Tel.Phones;
using Web3Tel.Server.Commands;
using Xunit;

namespace Web3Tel.Server.Tests.Commands;

public sealed class PinCommandTests
{
    [Fact]
    public void Prints_what_to_set_and_never_the_PIN()
    {
        var (code, output, errors) = Run("4711\n");
        code.Should().Be(0);
        Pin.Read(output.Trim())!.Is("4711").Should().BeTrue();
        (output + errors).Should().NotContain("4711");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12\n")]
    [InlineData("letters\n")]
    public void Tells_what_a_PIN_is(string input)
    {
        var (code, output, errors) = Run(input);
        code.Should().Be(2);
        output.Should().BeEmpty();
        errors.Should().Be("PIN: A PIN has 4 to 12 digits.\n");
    }

    static (int Code, string Output, string Errors) Run(string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (PinCommand.Run(new StringReader(input), output, errors), output.ToString(), errors.ToString());
    }
}
