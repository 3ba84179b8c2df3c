using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

public sealed class VertoSettingsTests
{
    [Theory]
    [InlineData("ws://127.0.0.1:8082", "token", null)]
    [InlineData("wss://switch.example:8082", "token", null)]
    [InlineData("ws://switch.example:8082", "token", "readable on the way")]
    [InlineData("http://127.0.0.1:8082", "token", "mod_verto")]
    [InlineData("here", "token", "mod_verto")]
    [InlineData("ws://127.0.0.1:8082", "", "Directory:Token")]
    public void The_address_is_looked_at(string url, string token, string? fault)
    {
        var read = () => SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web3Tel:Verto:Url"] = url,
            ["Web3Tel:Directory:Token"] = token,
            ["Web3Tel:Queues:0:Name"] = "sales",
            ["Web3Tel:Operators:0:Id"] = "1001",
        }).Build());
        if (fault is null)
        {
            read().Verto.Url.Should().Be(new Uri(url));
        }
        else
        {
            read.Should().Throw<SettingsException>().WithMessage($"*Web3Tel:Verto:Url*{fault}*");
        }
    }

    [Fact]
    public void Without_one_there_is_no_telephone() =>
        SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Web3Tel:Queues:0:Name"] = "sales", ["Web3Tel:Operators:0:Id"] = "1001" }).Build()).Verto.Url.Should().BeNull();
}
