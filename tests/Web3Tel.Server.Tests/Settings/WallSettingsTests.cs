using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

/// <summary>From when on the wall says that something wants attention.</summary>
public sealed class WallSettingsTests
{
    [Fact]
    public void Thresholds_have_defaults_and_colours()
    {
        var wall = Read().Wall;
        wall.Should().Be(new WallSettings(60, 180, 20, 80, 60));
        wall.OfWait(59).Should().BeNull();
        wall.OfWait(60).Should().Be("long");
        wall.OfWait(180).Should().Be("too-long");
        wall.OfServiceLevel(0.8).Should().Be("good");
        wall.OfServiceLevel(0.79).Should().Be("long");
        wall.OfServiceLevel(0.59).Should().Be("too-long");
    }

    [Fact]
    public void Thresholds_are_read() =>
        Read(("LongWaitSeconds", "30"), ("TooLongWaitSeconds", "90"), ("AnsweredWithinSeconds", "15"), ("GoodServiceLevelPercent", "90"), ("PoorServiceLevelPercent", "70")).Wall
            .Should().Be(new WallSettings(30, 90, 15, 90, 70));

    [Fact]
    public void What_is_too_long_is_not_shorter_than_what_is_long()
    {
        var reading = () => Read(("TooLongWaitSeconds", "30"), ("PoorServiceLevelPercent", "95"), ("Sound", "on"));
        reading.Should().Throw<SettingsException>().Which.Errors.Select(error => error.Key).Should()
            .Equal("Web3Tel:Wall:TooLongWaitSeconds", "Web3Tel:Wall:PoorServiceLevelPercent", "Web3Tel:Wall:Sound");
    }

    static ServiceSettings Read(params (string Name, string Value)[] set) => SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(
        set.Select(one => KeyValuePair.Create($"Web3Tel:Wall:{one.Name}", (string?)one.Value))
            .Append(new("Web3Tel:Queues:0:Name", "sales"))).Build());
}
