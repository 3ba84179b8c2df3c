using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Flows;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class DocumentKeysTests
{
    /// <summary>A setting that is in neither list could not be changed while calls run, and nobody would say that it needs a restart.</summary>
    [Fact]
    public void Each_setting_changes_while_calls_run_or_needs_a_restart()
    {
        var told = FluentActions.Invoking(() => Read(("Nonsense", "1"))).Should().Throw<SettingsException>().Which.Errors
            .Single(error => error.Key == "Web3Tel:Nonsense").Fix;
        var known = told["Remove it, or did you mean one of ".Length..^1].Split(", ");

        ConfigurationDocument.Keys.Union(ConfigurationDocument.RestartKeys).Should().BeEquivalentTo(known);
        ConfigurationDocument.Keys.Intersect(ConfigurationDocument.RestartKeys).Should().BeEmpty();
    }

    [Fact]
    public void The_document_of_the_settings_reads_as_the_settings_do()
    {
        var settings = Read(
            ("Queues:0:Numbers", "1000, +7 495"), ("Queues:0:Announce:Messages:0", "a.wav"), ("Queues:0:Skills:0", "3"), ("Queues:3:Name", "late"),
            ("Operators:0:Id", "1001"), ("Operators:0:Tiers:0:Queue", "sales"), ("Operators:0:Skills:en", "2"), ("Lines:0:Number", "1000"), ("Lines:0:Channels", "2"),
            ("Callers:Vip:0:Number", "+7"), ("Callers:Blocked", "8"), ("Breaks:0:Id", "lunch"), ("Greeting", "hello.wav"), ("Phone:Menu", "*90"),
            ("Voicemail:LeastSeconds", "2"), ("KeepRecordings:0:Queue", "sales"), ("KeepRecordings:0:Days", "3"), ("LongestBreakSeconds", "600"), ("LineOut", "a/{number}"),
            ("Outgoing:Blocked", "+7809"), ("Outgoing:Number", "+7495"), ("Operators:0:OutgoingNumber", "+7496"), ("Operators:0:OutgoingAllowed:0", "+44"));

        var again = ConfigurationDocument.Over(settings, ConfigurationDocument.Parse(ConfigurationDocument.Write(ConfigurationDocument.Of(settings))).Document!, NamedSteps.None);

        again.Should().BeEquivalentTo(settings, options => options.Excluding(one => one.TimeZone));
        again.CallCenter.Queues[0].Skills.ToString().Should().Be(settings.CallCenter.Queues[0].Skills.ToString());
    }

    [Fact]
    public void While_it_is_simulated_the_people_of_the_simulator_are_in_it()
    {
        var settings = Read(
            ("Simulator:Operators:0:Id", "7"), ("Simulator:Queues:0:Name", "invented"), ("Simulator:Lines:0:Number", "1000"), ("Lines:0:Number", "2000"), ("Greeting", "hello.wav"));

        var document = ConfigurationDocument.Of(settings);

        ((string?)document["Queues"]![0]!["Name"], (string?)document["Operators"]![0]!["Id"], (string?)document["Greeting"]).Should().Be(("invented", "7", "hello.wav"));
        var again = ConfigurationDocument.Over(settings, document, NamedSteps.None).CallCenter;
        again.Agents.Select(agent => agent.Id).Should().Equal("7");
        again.Lines.Select(line => line.Number).Should().Equal("1000");
    }

    static ServiceSettings Read(params (string Key, string Value)[] values) => SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(
        values.Prepend(("Queues:0:Name", "sales")).Select(pair => KeyValuePair.Create($"Web3Tel:{pair.Item1}", (string?)pair.Item2))).Build());
}
