using FluentAssertions;
using Web3Tel.Simulator.Program;
using Xunit;

namespace Web3Tel.Tests.Simulator;

public sealed class ProgramOptionsTests
{
    [Fact]
    public void What_is_asked_for_is_done()
    {
        var (options, errors) = ProgramOptions.Parse(
            ["--esl", "127.0.0.1:9021", "--service", "127.0.0.1:9084", "--calls-per-second", "2.5", "--operators", "7", "--dialled", "1000,2000", "--seed", "42"]);

        errors.Should().BeEmpty();
        options.EventSocket.Port.Should().Be(9021);
        options.Service.Port.Should().Be(9084);
        options.CallsPerSecond.Should().Be(2.5);
        options.Operators.Should().Be(7);
        options.Dialled.Should().Equal("1000", "2000");
        options.Seed.Should().Be(42);
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var (_, errors) = ProgramOptions.Parse(["--esl", "nowhere", "--calls-per-second", "-1", "--no-such-option", "x", "--seed"]);

        errors.Should().HaveCount(4);
        errors.Should().Contain(error => error.StartsWith("--esl nowhere")).And.Contain(error => error.StartsWith("--seed needs a value"));
    }
}
