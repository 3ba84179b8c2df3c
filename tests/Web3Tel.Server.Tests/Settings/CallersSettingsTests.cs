using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Lines;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class CallersSettingsTests
{
    [Fact]
    public void The_priorities_of_line_and_caller_add_up()
    {
        var settings = Read(
            ("Callers:Vip:0:Number", "+7 916 123-45-67"),
            ("Callers:Vip:0:PrioritySeconds", "300"),
            ("Callers:Blocked:0", "123"),
            ("Lines:0:Number", "1000"),
            ("Lines:0:PrioritySeconds", "-60"));

        settings.PriorityOf("1000", "79161234567").Should().Be(TimeSpan.FromSeconds(240));
        settings.PriorityOf("1000", "5").Should().Be(TimeSpan.FromSeconds(-60));
        settings.PriorityOf("2000", "5").Should().BeNull();
        settings.Callers.IsBlocked("1-2-3").Should().BeTrue();
    }

    [Fact]
    public void Numbers_that_are_none_and_numbers_named_twice_are_refused()
    {
        var reading = () => Read(
            ("Callers:Vip:0:Number", "anonymous"),
            ("Callers:Blocked:0", "unknown"),
            ("Lines:0:Number", "1000"),
            ("Lines:1:Number", "1000"),
            ("Lines:2:PrioritySeconds", "5"));

        reading.Should().Throw<SettingsException>().Which.Errors.Select(error => error.Key).Should().BeEquivalentTo(
            "Web3Tel:Callers:Vip:0:Number", "Web3Tel:Callers:Blocked", "Web3Tel:Lines:1:Number", "Web3Tel:Lines:2:Number");
    }

    [Fact]
    public void A_line_has_so_many_channels_and_a_step_for_who_is_one_too_many()
    {
        var lines = Read(("Lines:0:Number", "1000"), ("Lines:0:Channels", "1"), ("Lines:0:WhenBusy", "queue:sales"), ("Lines:1:Number", "2000"))
            .CallCenter.Lines;

        lines.Should().Equal(new LineSettings("1000") { Channels = 1, WhenBusy = new NextStep.Queue("sales") }, new LineSettings("2000"));
    }

    [Fact]
    public void A_line_that_cannot_be_used_is_refused()
    {
        var reading = () => Read(
            ("Lines:0:Number", "1000"),
            ("Lines:0:Channels", "0"),
            ("Lines:1:Number", "2000"),
            ("Lines:1:WhenBusy", "queue:sales"),
            ("Lines:2:Number", "3000"),
            ("Lines:2:Channels", "1"),
            ("Lines:2:WhenBusy", "queue:nowhere"));

        reading.Should().Throw<SettingsException>().Which.Errors.Select(error => error.Key).Should().BeEquivalentTo(
            "Web3Tel:Lines:0:Channels", "Web3Tel:Lines:1:WhenBusy", "Web3Tel:Lines");
    }

    [Fact]
    public void A_queue_keeps_places_for_as_long_as_it_is_told()
    {
        Read(("Queues:0:KeepPlaceSeconds", "90")).CallCenter.Queues[0].KeepPlaceFor.Should().Be(TimeSpan.FromSeconds(90));
        Read().CallCenter.Queues[0].KeepPlaceFor.Should().BeNull();
    }

    static ServiceSettings Read(params IEnumerable<(string Key, string Value)> given) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(given.Append((Key: "Queues:0:Name", Value: "sales"))
            .Select(pair => KeyValuePair.Create<string, string?>($"Web3Tel:{pair.Key}", pair.Value)))
        .Build());
}
