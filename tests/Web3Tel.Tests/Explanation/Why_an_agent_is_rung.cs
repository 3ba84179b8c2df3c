using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Xunit;

namespace Web3Tel.Tests.Explanation;

public sealed class Why_an_agent_is_rung
{
    [Fact]
    public void The_reason_is_told_with_what_kept_each_of_the_others()
    {
        var desk = new Desk("anna", "boris", "galya", "vera").Pass(300);
        desk.Do(new Event.AgentSignedOut(desk.Now, "galya"));
        desk.Joins("a").Fails("anna", OfferOutcome.NoAnswer).Talks("boris").Pass(5).HangsUp("a").Joins("b");
        Said(desk, "b").Should().Be(
            "10:05:05 offered to vera: longest idle, 305 s; "
            + "anna: resting (no answer), 25 s to go; boris: in wrap-up, 10 s to go; galya: signed out");
    }

    [Fact]
    public void The_reason_is_told_in_Russian()
    {
        var desk = new Desk("anna", "boris").Joins("a").Talks("anna").Pass(45).Joins("b");
        Said(desk, "b", Language.Russian).Should().Be(
            "10:00:45 предложено оператору boris: дольше всех без звонка, 45 с; anna: разговор, звонок a, 45 с");
    }

    [Theory]
    [InlineData(Strategy.LongestIdle, "longest idle, 60 s; boris: later in turn, idle for 60 s")]
    [InlineData(Strategy.RoundRobin, "not rung for the longest time; boris: later in turn, idle for 60 s")]
    [InlineData(Strategy.TopDown, "position 1; boris: later in turn, position 1")]
    [InlineData(Strategy.FewestCalls, "fewest calls, 0; boris: later in turn, 0 calls")]
    [InlineData(Strategy.LeastTalkTime, "least talk time, 0 s; boris: later in turn, 0 s talked")]
    [InlineData(Strategy.Sequential, "next in order, position 1; boris: later in turn, position 1")]
    [InlineData(Strategy.BestSkilled, "best skills, 0 points; boris: later in turn, 0 points")]
    public void Each_strategy_has_a_reason_of_its_own(Strategy strategy, string reason)
    {
        var desk = new Desk(Desk.Sales with { Strategy = strategy }, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales"));
        Said(desk.Pass(60).Joins("a"), "a").Should().EndWith($"offered to anna: {reason}");
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Every_strategy_has_words_in_both_languages(Strategy strategy)
    {
        var desk = new Desk(Desk.Sales with { Strategy = strategy }, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales"));
        desk.Joins("a");
        Said(desk, "a").Should().Contain("offered to");
        Said(desk, "a", Language.Russian).Should().Contain("предложено оператору");
    }

    public static TheoryData<Strategy> Strategies => [.. Enum.GetValues<Strategy>()];

    [Fact]
    public void Where_all_ring_each_is_told_with_the_others()
    {
        var desk = new Desk(
            Desk.Sales with { Strategy = Strategy.RingAll },
            Desk.Serving("anna", "sales"),
            Desk.Serving("boris", "sales"),
            Desk.Serving("vera", "sales") with { Tiers = [new Tier("sales", Level: 2)] });
        desk.Joins("a");
        All(desk, Desk.Call("a")).Where(one => one.What is Finding.Offered).Select(Words.In(Language.English).Say).Should().Equal(
            "10:00:00 offered to anna: all ring, position 1; vera: on level 2; boris: rings as well",
            "10:00:00 offered to boris: all ring, position 1; vera: on level 2; anna: ringing for a for 0 s");
        Said(desk, "a", Language.Russian).Should().EndWith("предложено оператору boris: звонят все, позиция 1; vera: на уровне 2; anna: звонит телефон, звонок a, 0 с");
        desk.Moments.SelectMany(moment => moment.Of("boris")).Select(Words.In(Language.English).Say).Should().Equal(
            "10:00:00 boris: ready",
            "10:00:00 offered to boris: all ring, position 1; vera: on level 2; anna: ringing for a for 0 s");
    }

    [Fact]
    public void An_agent_whose_phone_rings_along_is_told_for_whom_it_goes_on_to_ring()
    {
        var desk = new Desk(Desk.Sales with { Strategy = Strategy.RingAll }, [.. new[] { "anna", "boris", "vera" }.Select(id => Desk.Serving(id, "sales"))]);
        desk.Joins("a").Joins("b").Talks("boris");
        desk.Moments.SelectMany(moment => moment.Of("vera")).Select(Words.In(Language.English).Say).Last().Should().Contain("rings for this caller now");
    }

    [Fact]
    public void Who_is_on_a_higher_level_is_told_apart_from_who_is_later_in_turn()
    {
        var high = Desk.Serving("boris", "sales") with { Tiers = [new Tier("sales", Level: 2)] };
        var desk = new Desk(Desk.Sales, Desk.Serving("anna", "sales"), high).Joins("a");
        Said(desk, "a").Should().EndWith("boris: on level 2");
    }

    [Fact]
    public void Who_had_the_caller_in_vain_is_named_and_tried_again_when_all_had()
    {
        var desk = new Desk("anna", "boris").Joins("a").Fails("anna", OfferOutcome.Rejected).Pass(11);
        Said(desk, "a").Should().Contain("offered to boris").And.Contain("anna: resting (rejected), 10 s to go");
        desk.Fails("boris", OfferOutcome.Rejected);
        Said(desk, "a").Should().Contain("offered to anna: longest idle, 1 s, tried again");
    }

    [Fact]
    public void Of_two_rung_in_one_step_the_second_was_still_ready_for_the_first()
    {
        var desk = new Desk("anna", "boris");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "")).Joins("a").Joins("b").Survey();
        Said(desk, "a").Should().EndWith("offered to anna: longest idle, 0 s; boris: later in turn, idle for 0 s");
        Said(desk, "b").Should().EndWith("offered to boris: longest idle, 0 s; anna: ringing for a for 0 s");
    }

    [Fact]
    public void A_phone_that_rings_already_goes_on_for_the_first_in_the_queue()
    {
        var desk = new Desk("anna").Joins("a").Joins("b").HangsUp("a");
        Said(desk, "b").Should().Contain("the phone of anna, which rang already, rings for this caller now");
    }

    [Fact]
    public void The_whole_journey_is_told()
    {
        var desk = new Desk("anna").Joins("a").Talks("anna").Pass(9).HangsUp("a").Pass(10);
        All(desk, Desk.Call("a")).Select(Words.In(Language.English).Say).Should().Equal(
            "10:00:00 arrived (1000)",
            "10:00:00 joined (sales)",
            "10:00:00 offered to anna: longest idle, 0 s",
            "10:00:00 offer ended: anna (Answered)",
            "10:00:00 connected: anna",
            "10:00:09 ended (NORMAL_CLEARING)",
            "10:00:19 wrap-up ended: anna (TimeOver)");
    }

    [Fact]
    public void An_agent_is_told_what_became_of_each_offer_and_who_was_preferred()
    {
        var desk = new Desk("anna", "boris").Pass(10).Joins("a").Talks("anna").Pass(9).HangsUp("a").Pass(1);
        desk.Moments.SelectMany(moment => moment.Of("anna")).Select(Words.In(Language.English).Say).Should().Equal(
            "10:00:00 anna: ready",
            "10:00:10 offered to anna: longest idle, 10 s; boris: later in turn, idle for 10 s",
            "10:00:10 anna: talking with a for 0 s",
            "10:00:19 anna: in wrap-up, 10 s to go");
        desk.Moments.SelectMany(moment => moment.Of("boris")).Select(Words.In(Language.English).Say).Should().Equal(
            "10:00:00 boris: ready",
            "10:00:10 offered to anna: longest idle, 10 s; boris: later in turn, idle for 10 s");
    }

    [Fact]
    public void An_agent_is_told_why_a_wrap_up_and_a_rest_ended_even_when_the_next_caller_rings_at_once()
    {
        var desk = new Desk("anna").Joins("a").Talks("anna").HangsUp("a").Joins("b").Pass(10).Fails("anna", OfferOutcome.Rejected);
        desk.HangsUp("b").Do(new Event.AgentForced(desk.Now, "anna", ForcedState.Ready, "olga", "shift"));
        Said(Language.English).Should().Equal(
            "10:00:10 anna: ready (the wrap-up is over, its time is up)",
            "10:00:10 offered to anna: longest idle, 0 s",
            "10:00:10 anna: resting (rejected), 10 s to go",
            "10:00:10 anna: ready (the rest was ended by a supervisor)");
        Said(Language.Russian).Should().EndWith("10:00:10 anna: свободен (пауза: прекращено супервизором)");

        IEnumerable<string> Said(Language language) =>
            desk.Moments.SelectMany(moment => moment.Of("anna")).Select(Words.In(language).Say).TakeLast(4);
    }

    [Fact]
    public void In_a_call_center_of_a_hundred_twenty_are_named_and_the_others_counted()
    {
        var desk = new Desk([.. Enumerable.Range(100, 100).Select(n => $"agent{n}")]).Joins("a");
        Said(desk, "a").Should().EndWith("agent120: later in turn, idle for 0 s; and 79 more");
    }

    /// <summary>What is told agrees with the strategy, whatever happens.</summary>
    [Theory]
    [InlineData(71)]
    [InlineData(72)]
    public void Nobody_who_is_called_later_in_turn_has_the_better_merit(int seed)
    {
        var world = new CallCenterWorld(seed, Faults.All with { ServiceKilledEvery = null }, calls: 600);
        world.Run();
        var told = 0;
        var state = CallCenter.Empty;
        foreach (var entry in world.Journal)
        {
            var moment = Moment.Of(state, entry.Event);
            state = moment.After;
            foreach (var ring in moment.Effects.OfType<Effect.Ring>())
            {
                if (state.Offers.GetValueOrDefault(ring.Offer) is { } offer)
                {
                    var found = moment.Of(offer.Call).Select(explained => explained.What).OfType<Finding.Offered>().ToArray();
                    found.Should().HaveCount(moment.Effects.OfType<Effect.Ring>().Count(other => state.Offers.GetValueOrDefault(other.Offer)?.Call == offer.Call));
                    var offered = found.Should().ContainSingle(one => one.Choice.Agent == offer.Agent).Subject;
                    InOrder(offered.Choice);
                    told++;
                }
            }
        }

        told.Should().BeGreaterThan(300, $"that is what the world of seed {seed} is for");
    }

    static void InOrder(Choice choice)
    {
        foreach (var later in choice.Others.Select(other => other.Why).OfType<Obstacle.LaterInTurn>().Select(why => why.Merit))
        {
            later.Level.Should().Be(choice.Merit.Level);
            switch (choice.Merit.Strategy)
            {
                case Strategy.LongestIdle or Strategy.BestSkilled when !choice.Again:
                    later.Value.Should().BeLessThanOrEqualTo(choice.Merit.Value);
                    break;
                case Strategy.TopDown or Strategy.FewestCalls or Strategy.LeastTalkTime or Strategy.RingProgressively when !choice.Again:
                    later.Value.Should().BeGreaterThanOrEqualTo(choice.Merit.Value);
                    break;
            }
        }
    }

    static IEnumerable<Explained> All(Desk desk, CallRef call) => desk.Moments.SelectMany(moment => moment.Of(call));

    /// <summary>The last decision about the caller.</summary>
    static string Said(Desk desk, string caller, Language language = Language.English) => Words.In(language).Say(
        All(desk, Desk.Call(caller)).Last(explained => explained.What is Finding.Offered or Finding.RingsOnFor));
}
