using FluentAssertions;
using FluentAssertions.Extensions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Web3Tel.Skills;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

/// <summary>Skills, levels that open with time, and the same operator again.</summary>
public sealed class MatchingSettingsTests
{
    [Fact]
    public void Nobody_waits_for_anybody_by_default()
    {
        var queue = Read().CallCenter.Queues.Single();
        queue.Should().BeEquivalentTo(new QueueSettings { Name = "sales" });
        (queue.LevelWait, queue.SameAgentWithin, queue.RequiredSkillsFor).Should().Be((null, null, null));
    }

    [Fact]
    public void Skills_of_operators_queues_and_lines_are_read()
    {
        var settings = Read(
            ("Operators:0:Id", "1001"),
            ("Operators:0:Skills:en", "3"),
            ("Operators:0:Skills:billing", "1"),
            ("Queues:0:Strategy", "BestSkilled"),
            ("Queues:0:Skills:en", "1"),
            ("Queues:0:PreferredSkills:billing", "2"),
            ("Queues:0:PreferredSkillsSeconds", "20"),
            ("Queues:0:RequiredSkillsSeconds", "90"),
            ("Lines:0:Number", "1000"),
            ("Lines:0:Skills:en", "2"),
            ("Lines:0:PreferredSkills:fr", "1"),
            ("Lines:1:Number", "2000"));
        settings.CallCenter.Agents.Single().Skills.Should().Be(SkillSet.FromText("en:3,billing:1"));
        var queue = settings.CallCenter.Queues.Single();
        queue.Strategy.Should().Be(Strategy.BestSkilled);
        queue.Skills.Should().Be(SkillSet.FromText("en:1"));
        queue.PreferredSkills.Should().Be(SkillSet.FromText("billing:2"));
        queue.PreferredSkillsFor.Should().Be(20.Seconds());
        queue.RequiredSkillsFor.Should().Be(90.Seconds());
        settings.LineOf("1000")!.Demand.Should().Be(new SkillDemand(SkillSet.FromText("en:2"), SkillSet.FromText("fr:1")));
        settings.LineOf("2000")!.Demand.Should().BeNull();
        settings.CallCenter.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Waits_for_levels_and_for_the_same_operator_are_read()
    {
        var queue = Read(
            ("Queues:0:LevelWaitSeconds", "15"),
            ("Queues:0:LevelWaitMultiplied", "true"),
            ("Queues:0:SkipEmptyLevels", "true"),
            ("Queues:0:SameAgentWithinDays", "14"),
            ("Queues:0:SameAgentWaitSeconds", "45")).CallCenter.Queues.Single();
        (queue.LevelWait, queue.LevelWaitMultiplied, queue.SkipEmptyLevels).Should().Be((15.Seconds(), true, true));
        (queue.SameAgentWithin, queue.SameAgentWait).Should().Be((14.Days(), 45.Seconds()));
    }

    [Theory]
    [InlineData("Queues:0:Skills:en", "101", "Web3Tel:Queues:0:Skills:en is \"101\". Give a whole number from 1 to 100")]
    [InlineData("Queues:0:PreferredSkills:good english", "1", "Web3Tel:Queues:0:PreferredSkills has the skill \"good english\".")]
    [InlineData("Lines:0:Skills:en", "much", "Web3Tel:Lines:0:Skills:en is \"much\".")]
    [InlineData("Queues:0:LevelWaitSeconds", "0", "Web3Tel:Queues:0:LevelWaitSeconds is \"0\".")]
    [InlineData("Queues:0:SameAgentWithinDays", "400", "Web3Tel:Queues:0:SameAgentWithinDays is \"400\".")]
    public void A_wrong_value_is_told_with_its_key(string key, string value, string told) =>
        FluentActions.Invoking(() => Read((key, value), ("Lines:0:Number", "1000"))).Should().Throw<SettingsException>()
            .Which.Errors.Should().ContainSingle().Which.ToString().Should().StartWith(told);

    static ServiceSettings Read(params (string Key, string Value)[] values) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Web3Tel:Queues:0:Name", "sales")])
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>($"Web3Tel:{value.Key}", value.Value)))
        .Build());
}
