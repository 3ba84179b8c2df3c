using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Skills;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Asking_for_skills
{
    static readonly SkillDemand Demand = new(SkillSet.FromText("en:2,billing:1"), SkillSet.FromText("fr:1"));

    [Fact]
    public void What_a_call_asks_for_is_written_on_it_and_remembered_when_it_comes_back_to_a_service_that_knows_nothing()
    {
        var first = new RunningCenter(center => Reception.Flow(center, null, "sales", skills: Demand));
        var call = first.Arrives(new ScriptedCall("a"));
        first.Center.Current.Callers.Values.Single().Demand.Should().Be(Demand);
        var joined = TimeOfJoining.ToText(Desk.Opening);
        call.Log.Should().Contain($"set web3tel_joined={joined} web3tel_queue=sales web3tel_skills=billing:1,en:2/fr:1");

        var another = new RunningCenter();
        another.Clock.AdvanceBy(TimeSpan.FromSeconds(30));
        another.Arrives(new ScriptedCall("a", ImmutableDictionary<string, string>.Empty
            .Add(CallVariables.Queue, "sales").Add(CallVariables.Joined, joined).Add(CallVariables.Skills, "billing:1,en:2/fr:1")));
        another.Center.Current.Callers.Values.Single().Demand.Should().Be(Demand);
        another.AnnaComes();
        another.Center.Current.Offers.Should().BeEmpty("Anna speaks no English");
    }

    [Fact]
    public void A_call_that_asks_for_nothing_has_nothing_written_on_it() =>
        new RunningCenter(center => Reception.Flow(center, null, "sales")).Arrives(new ScriptedCall("a"))
            .Log.Should().NotContain(line => line.Contains("web3tel_skills", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "/")]
    [InlineData("en:2", "en:2/")]
    [InlineData("en:2,,x,:1,de:y,fr:-1,it:3", "en:2,it:3/")]
    public void Text_that_is_no_skill_is_passed_over(string text, string read) =>
        SkillDemand.FromText(text + "/")!.ToText().Should().Be(read);

    [Fact]
    public void Text_that_is_no_demand_is_none()
    {
        SkillDemand.FromText(null).Should().BeNull();
        SkillDemand.FromText("en:2").Should().BeNull();
        SkillDemand.FromText("a/b/c").Should().BeNull();
    }

    [Fact]
    public void Sets_of_skills_are_compared_by_what_is_in_them()
    {
        var english = SkillSet.FromText("en:2,billing:1");
        english.Should().Be(SkillSet.FromText("billing:1,en:1,en:2"));
        english.Should().NotBe(SkillSet.FromText("billing:1,en:1"));
        english.Meets(SkillSet.FromText("en:2")).Should().BeTrue();
        english.Meets(SkillSet.FromText("en:3")).Should().BeFalse();
        english.Meets(SkillSet.FromText("de:1")).Should().BeFalse();
        english.Fit(SkillSet.FromText("en:1,de:1")).Should().Be(2);
        english.And(SkillSet.FromText("en:1,de:1")).Should().Be(SkillSet.FromText("billing:1,de:1,en:2"));
        english.Lacking(SkillSet.FromText("en:3,billing:1")).Should().Be(SkillSet.FromText("en:3"));
    }
}
