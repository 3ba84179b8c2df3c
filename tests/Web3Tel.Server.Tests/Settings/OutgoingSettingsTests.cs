using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Outgoing;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class OutgoingSettingsTests
{
    [Fact]
    public void Rules_of_all_and_of_an_operator_reach_the_call_center()
    {
        var center = Read(new()
        {
            ["LineOut"] = "sofia/gateway/provider/{number}",
            ["Phone:Language"] = "Russian",
            ["Outgoing:Number"] = "+74950000000",
            ["Outgoing:MayShow:0"] = "88002000600",
            ["Outgoing:Allowed:0"] = "+7",
            ["Outgoing:Allowed:1"] = "112",
            ["Outgoing:Blocked"] = "+7809,+7803",
            ["Outgoing:RingSeconds"] = "30",
            ["Outgoing:WrapUpSeconds"] = "15",
            ["Outgoing:Record"] = "false",
            ["Outgoing:WhenSignedOut"] = "false",
            ["Operators:0:Id"] = "1001",
            ["Operators:0:OutgoingNumber"] = "+74951111111",
            ["Operators:0:OutgoingAllowed"] = "+44",
            ["Operators:0:OutgoingBlocked"] = "*",
        }).CallCenter;

        center.Outgoing.Should().BeEquivalentTo(new OutgoingSettings
        {
            Shown = "+74950000000",
            MayShow = ["88002000600"],
            Allowed = ["+7", "112"],
            Blocked = ["+7809", "+7803"],
            RingTime = TimeSpan.FromSeconds(30),
            WrapUp = TimeSpan.FromSeconds(15),
            Record = false,
            WhenSignedOut = false,
            Language = Language.Russian,
        });
        var anna = center.Agents.Single();
        (anna.OutgoingNumber, anna.OutgoingAllowed.Single(), anna.OutgoingBlocked.Single()).Should().Be(("+74951111111", "+44", "*"));
        center.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Without_any_all_numbers_may_be_called_and_calls_are_recorded() =>
        Read([]).CallCenter.Outgoing.Should().BeEquivalentTo(new OutgoingSettings());

    [Fact]
    public void What_is_wrong_is_told_at_once()
    {
        var read = () => Read(new()
        {
            ["Outgoing:Number"] = "us",
            ["Outgoing:MayShow:0"] = "we",
            ["Outgoing:Allowed"] = "7-9",
            ["Outgoing:RingSeconds"] = "0",
            ["Outgoing:Recrod"] = "true",
            ["Operators:0:Id"] = "1001",
            ["Operators:0:OutgoingNumber"] = "Anna",
            ["Operators:0:OutgoingBlocked"] = "#",
        });
        var told = read.Should().Throw<SettingsException>().Which.Message;
        foreach (var key in new[] { "Outgoing:Number", "Outgoing:MayShow", "Outgoing:Allowed", "Outgoing:RingSeconds", "Outgoing:Recrod", "Operators:0:OutgoingNumber", "Operators:0:OutgoingBlocked" })
        {
            told.Should().Contain($"Web3Tel:{key}");
        }
    }

    static ServiceSettings Read(Dictionary<string, string?> given)
    {
        given["Queues:0:Name"] = "sales";
        return SettingsFile.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create("Web3Tel:" + pair.Key, pair.Value)))
            .Build());
    }
}
