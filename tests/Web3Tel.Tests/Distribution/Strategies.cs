using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;

namespace Web3Tel.Tests.Distribution;

/// <summary>Who of the ready agents is next. In which order callers are served is no matter of strategy: see the random world.</summary>
public sealed class Strategies
{
    [Fact]
    public void In_round_robin_the_phone_that_has_been_silent_longest_rings()
    {
        var desk = Opened(Strategy.RoundRobin, "anna", "boris", "vera");
        Served(desk, 5).Should().Equal("anna", "boris", "vera", "anna", "boris");
        // Under longest idle it would be Anna's turn again after a long conversation of Vera.
        desk.Joins("long").Talks("vera").Pass(60);
        desk.HangsUp("long").Pass(1);
        Served(desk, 2).Should().Equal("anna", "boris");
    }

    [Fact]
    public void A_ring_is_a_turn_in_round_robin_even_when_the_caller_hung_up()
    {
        var desk = Opened(Strategy.RoundRobin, "anna", "boris");
        desk.Joins("impatient").HangsUp("impatient");
        desk.Joins("next").CallerOf("boris").Should().Be("next");
    }

    [Fact]
    public void From_the_top_down_the_first_by_position_who_is_ready_gets_every_caller()
    {
        var desk = Opened(Strategy.TopDown, At("anna", position: 2), At("boris", position: 1), At("vera", position: 3));
        Served(desk, 3).Should().Equal("boris", "boris", "boris");
        desk.Joins("one").CallerOf("boris").Should().Be("one");
        desk.Joins("two").CallerOf("anna").Should().Be("two");
    }

    [Fact]
    public void Whoever_had_the_fewest_calls_is_next()
    {
        var desk = Opened(Strategy.FewestCalls, "anna", "boris");
        desk.Do(new Event.AgentSignedOut(desk.Now, "boris"));
        Served(desk, 3).Should().Equal("anna", "anna", "anna");
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris"));
        Served(desk, 3).Should().Equal("boris", "boris", "boris");
    }

    [Fact]
    public void Calls_are_counted_anew_from_signing_in()
    {
        var desk = Opened(Strategy.FewestCalls, "anna", "boris");
        Served(desk, 4).Should().Equal("anna", "boris", "anna", "boris");
        desk.Do(new Event.AgentSignedOut(desk.Now, "boris")).Do(new Event.AgentSignedIn(desk.Now, "boris"));
        Served(desk, 2).Should().Equal("boris", "boris");
        desk.State.Agents["anna"].Work.Calls.Should().Be(2);
    }

    [Fact]
    public void Whoever_talked_least_is_next()
    {
        var desk = Opened(Strategy.LeastTalkTime, "anna", "boris");
        desk.Joins("long").Talks("anna").Pass(100).HangsUp("long").Pass(20);
        Served(desk, 3).Should().Equal("boris", "boris", "boris");
        desk.State.Agents["anna"].Work.Talked.Should().Be(TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void In_sequence_the_next_by_position_after_the_last_one_rings_and_then_the_first_again()
    {
        var desk = Opened(Strategy.Sequential, At("anna", position: 3), At("boris", position: 1), At("vera", position: 2));
        Served(desk, 5).Should().Equal("boris", "vera", "anna", "boris", "vera");
        // Vera being last, Anna is next; while she is out, the round begins anew.
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna"));
        Served(desk, 1).Should().Equal("boris");
    }

    [Fact]
    public void The_sequence_goes_on_where_it_was_after_a_restart()
    {
        var desk = Opened(Strategy.Sequential, "anna", "boris", "vera");
        Served(desk, 1).Should().Equal("anna");
        desk.Restart().Survey();
        Served(desk, 1).Should().Equal("boris");
    }

    [Fact]
    public void By_chance_everybody_is_rung_about_as_often()
    {
        var counts = Served(Opened(Strategy.Random, "anna", "boris", "vera"), 3_000).CountBy(agent => agent).ToDictionary();
        // Three standard deviations around 1,000 of a fair die with three sides.
        counts.Values.Should().HaveCount(3).And.OnlyContain(count => count > 922 && count < 1_078);
    }

    [Fact]
    public void By_weighted_chance_an_agent_of_weight_three_is_rung_three_times_as_often()
    {
        var desk = Opened(Strategy.WeightedRandom, At("anna", weight: 1), At("boris", weight: 3), At("vera", weight: 6));
        var counts = Served(desk, 3_000).CountBy(agent => agent).ToDictionary();
        counts["anna"].Should().BeInRange(250, 350);
        counts["boris"].Should().BeInRange(824, 976);
        counts["vera"].Should().BeInRange(1_719, 1_881);
    }

    [Fact]
    public void Chance_is_the_same_when_the_day_is_played_again()
    {
        var once = Served(Opened(Strategy.Random, "anna", "boris", "vera"), 50).ToArray();
        Served(Opened(Strategy.Random, "anna", "boris", "vera"), 50).Should().Equal(once);
        once.Distinct().Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Agents_of_a_higher_level_are_rung_only_when_none_of_a_lower_one_is_ready(Strategy strategy)
    {
        var desk = Opened(strategy, At("anna", level: 2), At("boris", level: 1, position: 9), At("vera", level: 1), At("yuri", level: 7));
        desk.Joins("one").Joins("two");
        desk.State.Offers.Values.Select(offer => offer.Agent).Should().BeEquivalentTo("boris", "vera");
        desk.Joins("three").CallerOf("anna").Should().Be("three");
        desk.Joins("four").CallerOf("yuri").Should().Be("four");
    }

    [Fact]
    public void Of_those_who_become_ready_at_the_same_moment_the_lower_level_is_rung()
    {
        var desk = Opened(Strategy.LongestIdle, At("anna", level: 2), At("boris", level: 1));
        desk.Joins("one").Joins("two").Talks("anna").Talks("boris").Joins("three");
        desk.HangsUp("one").HangsUp("two").Pass(10);
        (desk.CallerOf("boris"), desk.CallerOf("anna")).Should().Be(("three", null));
    }

    [Fact]
    public void A_caller_who_goes_on_to_the_next_queue_is_offered_there_by_turn_and_not_to_the_phone_that_rang()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales with { MaxWait = TimeSpan.FromSeconds(5), OverflowTo = "service" }, new() { Name = "service" }],
            Agents =
            [
                Desk.Serving("anna", "sales", "service") with { Tiers = [new Tier("service", Level: 2)] },
                Desk.Serving("boris", "service"),
            ],
        });
        desk.Joins("caller").CallerOf("anna").Should().Be("caller");
        desk.Pass(6);
        (desk.CallerOf("boris"), desk.CallerOf("anna")).Should().Be(("caller", null));
    }

    [Theory]
    [MemberData(nameof(OneForEachCaller))]
    public void Whoever_refused_a_caller_is_rung_for_the_same_caller_only_after_all_others(Strategy strategy)
    {
        var desk = Opened(strategy, At("anna"), At("boris"), At("vera", level: 2));
        desk.Joins("caller");
        var first = desk.State.Offers.Values.Single().Agent;
        desk.Fails(first, OfferOutcome.Rejected);
        var second = desk.State.Offers.Values.Single().Agent;
        // The rest after a rejection is over: the first could be rung again.
        desk.Pass(11).Fails(second, OfferOutcome.Rejected);
        new[] { first, second, desk.State.Offers.Values.Single().Agent }.Should().OnlyHaveUniqueItems();
        desk.CallerOf("vera").Should().Be("caller");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_change_of_strategy_or_tier_counts_for_those_who_are_ready_already(Strategy strategy)
    {
        var desk = Opened(strategy, "anna", "boris");
        var turned = new Configuration
        {
            Queues = [Desk.Sales with { Strategy = Strategy.TopDown }],
            Agents = [At("anna", position: 2), At("boris", position: 1)],
        };
        desk.Do(new Event.Configured(desk.Now, turned));
        Served(desk, 2).Should().Equal("boris", "boris");
        desk.State.Queues["sales"].Ready.Should().HaveCount(2);
    }

    [Fact]
    public void An_agent_of_several_queues_serves_the_heavier_one_first()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [new() { Name = "sales" }, new() { Name = "urgent", Weight = 5 }],
            Agents = [Desk.Serving("anna", "sales", "urgent") with { SignedIn = false }],
        });
        desk.Joins("early", "sales").Joins("late", "urgent").Do(new Event.AgentSignedIn(desk.Now, "anna"));
        desk.CallerOf("anna").Should().Be("late");
    }

    [Fact]
    public void Agents_who_appear_with_a_configuration_serve_the_heavier_queue_first()
    {
        var queues = new Configuration { Queues = [new() { Name = "sales" }, new() { Name = "urgent", Weight = 5 }] };
        var desk = new Desk(queues).Joins("early", "sales").Joins("late", "urgent");
        desk.Do(new Event.Configured(desk.Now, queues with { Agents = [Desk.Serving("anna", "sales", "urgent")] }));
        desk.CallerOf("anna").Should().Be("late");
    }

    [Fact]
    public void Wrong_tiers_are_refused_with_all_their_errors()
    {
        var agent = Desk.Serving("anna", "sales") with
        {
            Tiers = [new Tier("sales", Level: 0, Position: 0, Weight: 101), new Tier("sales"), new Tier("service")],
        };
        new Configuration { Queues = [Desk.Sales], Agents = [agent] }.Problems().Should().Equal(
            "Agent 'anna': tier of queue 'sales' is named 2 times: a name must be unique.",
            "Agent 'anna': tier of queue 'sales': Level is 0: it must be at least 1.",
            "Agent 'anna': tier of queue 'sales': Position is 0: it must be at least 1.",
            "Agent 'anna': tier of queue 'sales': Weight is 101: it must be between 1 and 100.",
            "Agent 'anna': tier of queue 'service': the agent does not serve that queue.");
    }

    /// <summary>Where all ring nobody is tried before others: see <see cref="Ringing_all"/>.</summary>
    public static TheoryData<Strategy> OneForEachCaller => [.. Enum.GetValues<Strategy>().Where(strategy => strategy != Strategy.RingAll)];

    public static TheoryData<Strategy> All => [.. Enum.GetValues<Strategy>()];

    static Desk Opened(Strategy strategy, params string[] agents) => Opened(strategy, agents.Select(id => At(id)).ToArray());

    static Desk Opened(Strategy strategy, params AgentSettings[] agents) =>
        new(Desk.Sales with { Strategy = strategy, RingStep = TimeSpan.FromMinutes(1) }, agents);

    /// <summary>Callers come one after another, talk for a moment and leave, wrap-up included: who served them?</summary>
    static IEnumerable<string> Served(Desk desk, int callers)
    {
        for (var n = 0; n < callers; n++)
        {
            var caller = $"caller {desk.State.CallersSeen}";
            desk.Joins(caller);
            var agent = desk.State.Offers.Values.Single().Agent;
            desk.Talks(agent).Pass(1).HangsUp(caller).Pass(20);
            yield return agent;
        }
    }
}
