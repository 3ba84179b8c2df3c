using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class ConversationSettingsTests
{
    [Fact]
    public void Hold_transfers_and_the_line_out_reach_the_call_center()
    {
        var center = Read(new()
        {
            ["LineOut"] = "sofia/gateway/provider/{number}",
            ["Queues:0:HoldReminderSeconds"] = "30",
            ["Queues:0:LongestHoldSeconds"] = "300",
            ["Queues:0:TransfersJoinAnew"] = "true",
        }).CallCenter;

        center.LineOut.Should().Be("sofia/gateway/provider/{number}");
        var queue = center.Queues.Single();
        (queue.HoldReminder, queue.LongestHold, queue.TransfersJoinAnew).Should().Be((TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), true));
        center.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Results_of_conversations_reach_the_call_center_and_wrong_ones_are_told()
    {
        var queue = Read(new()
        {
            ["Queues:0:Results:0:Id"] = "sold",
            ["Queues:0:Results:0:Name"] = "Sold",
            ["Queues:0:Results:0:RussianName"] = "Продано",
            ["Queues:0:Results:1:Id"] = "lost",
            ["Queues:0:ResultRequired"] = "true",
        }).CallCenter.Queues.Single();
        queue.Results.Should().Equal(new ResultCode("sold", "Sold", "Продано"), new ResultCode("lost", "lost"));
        queue.ResultRequired.Should().BeTrue();

        var read = () => Read(new() { ["Queues:0:ResultRequired"] = "true" });
        read.Should().Throw<SettingsException>().Which.Message.Should().ContainAll("ResultRequired", "no Results");
        read = () => Read(new() { ["Queues:0:Results:0:Id"] = "a b", ["Queues:0:Results:0:Nam"] = "x" });
        read.Should().Throw<SettingsException>().Which.Message.Should().ContainAll("Results:0:Id", "Nam");
    }

    [Fact]
    public void A_line_out_without_a_place_for_the_number_is_refused()
    {
        var read = () => Read(new() { ["LineOut"] = "sofia/gateway/provider/100" });

        read.Should().Throw<SettingsException>().Which.Message.Should().Contain("LineOut").And.Contain("{number}");
    }

    [Fact]
    public void A_line_out_is_no_error_while_the_switch_is_simulated_with_operators_of_its_own()
    {
        var simulated = new Dictionary<string, string?> { ["Simulator:Queues:0:Name"] = "sales", ["Simulator:Operators:0:Id"] = "1001" };

        Read(new(simulated) { ["LineOut"] = "sofia/gateway/provider/{number}" }).CallCenter.LineOut.Should().BeNull();
        Read(new(simulated) { ["Simulator:LineOut"] = "sofia/gateway/g/{number}" }).CallCenter.LineOut.Should().Be("sofia/gateway/g/{number}");
    }

    static ServiceSettings Read(Dictionary<string, string?> given)
    {
        given["Queues:0:Name"] = "sales";
        return SettingsFile.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create("Web3Tel:" + pair.Key, pair.Value)))
            .Build());
    }
}
