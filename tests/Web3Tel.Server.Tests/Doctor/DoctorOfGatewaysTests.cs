using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>The way out, as FreeSWITCH tells of it.</summary>
public sealed class DoctorOfGatewaysTests(ITestOutputHelper console) : DoctorTest(console)
{
    [Theory]
    [InlineData("NOREG", "UP (ping)")]
    [InlineData("NOREG", "UP")]
    [InlineData("REGED", "UP (ping)")]
    public async Task One_that_is_up_is_well(string state, string status)
    {
        Is(state, status);
        (await Complaints()).Should().BeEmpty();
        FreeSwitch.Asked.Should().Contain("sofia status gateway provider");
    }

    [Theory]
    [InlineData("FAIL_WAIT", "DOWN", "wrong line-out: The gateway \"provider\" is not registered with the provider (FAIL_WAIT).")]
    [InlineData("TRYING", "UP", "wrong line-out: The gateway \"provider\" is not registered with the provider (TRYING).")]
    [InlineData("NOREG", "DOWN (ping)", "wrong line-out: The gateway \"provider\" is down: the provider does not answer.")]
    public async Task One_that_is_down_or_not_registered_is_told(string state, string status, string complaint)
    {
        Is(state, status);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith(complaint);
    }

    [Fact]
    public async Task One_that_FreeSWITCH_does_not_know_is_told()
    {
        Settings["LineOut"] = "sofia/gateway/nobody/{number}";
        FreeSwitch.Ill["sofia status gateway"] = "Invalid Gateway!\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong line-out: FreeSWITCH knows no gateway \"nobody\"").And.Contain("vars.xml");
    }

    [Fact]
    public async Task A_line_out_without_a_gateway_cannot_be_looked_at()
    {
        Settings["LineOut"] = "sofia/internal/{number}@10.0.0.1";
        (await Run("--language", "en")).Output.Should().Contain("which is no gateway");
        FreeSwitch.Asked.Should().NotContain(command => command.StartsWith("sofia status gateway", StringComparison.Ordinal));
    }

    /// <summary>As mod_sofia of 1.10.12 writes it.</summary>
    void Is(string state, string status)
    {
        Settings["LineOut"] = "sofia/gateway/provider/{number}";
        FreeSwitch.Ill["sofia status gateway"] = $"=================================================================================================\nName    \tprovider\nProfile \tinternal\nProxy   \t127.0.0.1:5070\nState   \t{state}\nStatus  \t{status}\nUptime  \t10s\n";
    }
}
