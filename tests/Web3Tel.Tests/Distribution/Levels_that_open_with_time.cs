using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Skills;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;

namespace Web3Tel.Tests.Distribution;

/// <summary>Agents beyond the first level, who are offered a caller only after some time.</summary>
public sealed class Levels_that_open_with_time
{
    static readonly QueueSettings Once = Desk.Sales with { LevelWait = TimeSpan.FromSeconds(10) };

    static readonly QueueSettings Multiplied = Once with { LevelWaitMultiplied = true };

    [Fact]
    public void An_agent_of_the_second_level_is_offered_a_caller_only_after_the_wait()
    {
        var desk = new Desk(Once, At("boris", 2), At("vera", 3)).Joins("a").Pass(9.9);
        desk.State.Offers.Should().BeEmpty();
        desk.Pass(0.1).CallerOf("boris").Should().Be("a");
        desk.Joins("b").Pass(10).CallerOf("vera").Should().Be("b", "all levels open together");
    }

    [Fact]
    public void Each_further_level_opens_after_as_long_again_where_the_wait_is_multiplied()
    {
        var desk = new Desk(Multiplied, At("boris", 2), At("vera", 3)).Joins("a").Joins("b");
        desk.Pass(10).CallerOf("boris").Should().Be("a");
        desk.CallerOf("vera").Should().BeNull();
        desk.Pass(9.9).CallerOf("vera").Should().BeNull();
        desk.Pass(0.1).CallerOf("vera").Should().Be("b");
        desk.Caller("b").Journey.Where(step => step.What == JourneyEvent.Widened).Select(step => step.Detail).Should().Equal("All levels are open.");
    }

    [Fact]
    public void The_first_level_waits_for_nothing_and_comes_first_also_when_all_are_open()
    {
        var desk = new Desk(Once, At("anna", 1), At("boris", 2)).Joins("a");
        desk.CallerOf("anna").Should().Be("a");
        desk.Talks("anna").Joins("b").Pass(5).HangsUp("a").Do(new Event.WrapUpEnded(desk.Now, "anna")).CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void A_freed_agent_of_a_higher_level_passes_over_who_has_not_waited_long_enough_though_of_better_place()
    {
        var desk = new Desk(Once, At("boris", 2)).Joins("x").Pass(10).Talks("boris").Joins("patient").Pass(9).Joins("vip", "1", TimeSpan.FromMinutes(5)).Pass(1);
        desk.HangsUp("x").Do(new Event.WrapUpEnded(desk.Now, "boris"));
        desk.CallerOf("boris").Should().Be("patient");
        desk.Position("vip").Should().Be(1);
    }

    [Fact]
    public void An_empty_level_counts_unless_the_queue_says_otherwise()
    {
        var patient = new Desk(Multiplied, At("boris", 3), At("vera", 5)).Joins("a").Pass(10);
        patient.State.Offers.Should().BeEmpty();
        patient.Pass(10).CallerOf("boris").Should().Be("a");

        var skipping = new Desk(Multiplied with { SkipEmptyLevels = true }, At("boris", 3), At("vera", 5)).Joins("a").Joins("b");
        skipping.CallerOf("boris").Should().Be("a");
        skipping.Pass(9.9).CallerOf("vera").Should().BeNull();
        skipping.Pass(0.1).CallerOf("vera").Should().Be("b");
    }

    [Fact]
    public void When_the_last_agent_of_a_level_goes_the_next_one_opens_at_once_where_empty_levels_do_not_count()
    {
        var desk = new Desk(Multiplied with { SkipEmptyLevels = true }, At("anna", 1), At("boris", 2)).Joins("a").Talks("anna").Joins("b");
        desk.CallerOf("boris").Should().BeNull();
        desk.Do(new Event.AgentTookBreak(desk.Now, "anna", "break")).CallerOf("boris").Should().Be("b");
    }

    [Fact]
    public void A_level_that_closes_to_a_caller_who_is_expected_back_is_free_for_the_next()
    {
        var desk = new Desk(Multiplied with { SkipEmptyLevels = true }, At("anna", 1), At("boris", 2) with { SignedIn = false }, At("vera", 3) with { SignedIn = false });
        desk.Joins("x").Talks("anna").Joins("second").Pass(12);
        desk.Joins("first", "+7 916 5550101", TimeSpan.FromMinutes(1)).Pass(10.5);
        desk.IsLost("first").Do(new Event.AgentSignedIn(desk.Now, "vera"));
        desk.CallerOf("vera").Should().BeNull("the first is expected back, and may have her");
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).CallerOf("vera").Should().Be("second");
    }

    [Fact]
    public void A_phone_that_rings_rings_on_when_its_level_closes_again()
    {
        var desk = new Desk(Multiplied with { SkipEmptyLevels = true }, At("anna", 1) with { SignedIn = false }, At("boris", 2)).Joins("a");
        desk.CallerOf("boris").Should().Be("a");
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).Answers("boris").CallerOf("boris").Should().Be("a");
        desk.Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Fact]
    public void A_configuration_with_a_higher_level_makes_those_who_wait_wait_for_it_from_when_they_joined()
    {
        var desk = new Desk(Multiplied, At("anna", 1)).Joins("x").Talks("anna").Joins("a").Pass(15);
        desk.State.Deadlines.Should().NotContain(deadline => deadline.Call == Desk.Call("a"), "there is no other level to wait for");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [At("anna", 1), At("boris", 2), At("vera", 3)] }));
        desk.CallerOf("boris").Should().Be("a");
        desk.Fails("boris", OfferOutcome.Rejected).CallerOf("vera").Should().BeNull();
        desk.Pass(5).CallerOf("vera").Should().Be("a");
    }

    [Fact]
    public void Levels_and_skills_both_hold()
    {
        var english = SkillSet.FromText("en:1");
        var desk = new Desk(Once, At("boris", 2) with { Skills = english }, At("anna", 1)).Asks("a", "en:1");
        desk.State.Offers.Should().BeEmpty();
        desk.Pass(10).CallerOf("boris").Should().Be("a");
    }

    [Fact]
    public void The_caller_who_hangs_up_before_a_level_opens_leaves_nothing()
    {
        var desk = new Desk(Once, At("boris", 2)).Joins("a").Pass(9).HangsUp("a").Pass(5);
        desk.State.Deadlines.Should().BeEmpty();
        desk.State.Offers.Should().BeEmpty();
    }

    [Fact]
    public void Levels_open_through_a_restart()
    {
        var desk = new Desk(Once, At("boris", 2)).Joins("a").Pass(4).Restart();
        var restored = OnDisk.Restored(desk.State);
        restored.Queues["sales"].TopLevel.Should().Be(2);
        restored.Queues["sales"].LevelsAtWork.Should().BeEquivalentTo(desk.State.Queues["sales"].LevelsAtWork).And.ContainKey(2);
        desk.Survey(Desk.Live(Desk.Call("a"))).Arrives("a").Pass(5.9).CallerOf("boris").Should().BeNull();
        desk.Pass(0.2).CallerOf("boris").Should().Be("a");
    }

    [Fact]
    public void A_clock_set_back_opens_nothing_early_and_loses_nothing()
    {
        var desk = new Desk(Once, At("boris", 2)).Joins("a");
        desk.Now -= TimeSpan.FromHours(1);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [At("boris", 2), At("vera", 3)] }));
        desk.State.Offers.Should().BeEmpty();
        desk.Pass(3_610.1).State.Offers.Values.Single().Call.Should().Be(Desk.Call("a"));
    }
}
