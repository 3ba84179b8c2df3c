using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;

namespace Web3Tel.Tests.Distribution;

/// <summary>All phones ring for the first caller. What becomes of them when something goes wrong: <see cref="Ringing_all_when_things_go_wrong"/>.</summary>
public sealed class Ringing_all
{
    internal static readonly string[] Five = ["anna", "boris", "galya", "vera", "yuri"];

    [Fact]
    public void Every_phone_rings_for_the_first_caller_and_whoever_answers_first_gets_the_caller()
    {
        var desk = Open(Five).Pass(7).Joins("caller");
        Ringing(desk).Should().Equal(Five);
        desk.Effects.OfType<Effect.Ring>().Select(ring => ring.Dial.Ref).Should().OnlyHaveUniqueItems();
        desk.State.PhonesFor(Desk.Call("caller")).Should().Be(5);
        desk.Answers("galya").Effects.OfType<Effect.Connect>().Single().Leg.Should().Be(desk.OfferOf("galya").Leg);
        desk.State.Offers.Should().ContainSingle();
        desk.Connects("galya").Caller("caller").Talk!.Agent.Should().Be("galya");
    }

    [Fact]
    public void The_others_stop_ringing_keep_their_turns_and_are_not_to_blame()
    {
        var desk = Open(Five).Pass(7).Joins("caller").Pass(3).Answers("galya");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(4).And.OnlyContain(withdraw => withdraw.AnsweredElsewhere);
        foreach (var id in Five.Except(["galya"]))
        {
            desk.State.Agents[id].Should().Match<Agent>(agent => agent.Unanswered == 0 && agent.State == new AgentState.Ready(Desk.Opening));
        }

        var caller = desk.Caller("caller");
        caller.RefusedBy.Should().BeEmpty();
        caller.Journey.Where(step => step.What == JourneyEvent.Offered).Select(step => step.Agent).Should().Equal(Five);
        caller.Journey.Where(step => step.What == JourneyEvent.OfferEnded).Select(step => (step.Agent, step.Detail)).Should().BeEquivalentTo(
        [
            ("galya", "Answered"), ("anna", "AnsweredElsewhere"), ("boris", "AnsweredElsewhere"), ("vera", "AnsweredElsewhere"), ("yuri", "AnsweredElsewhere"),
        ]);
    }

    [Fact]
    public void While_others_wait_the_phones_ring_on_and_each_answer_gets_the_next()
    {
        var desk = Open(Five).Joins("first").Joins("second").Joins("third");
        Ringing(desk).Should().Equal(Five);
        desk.Talks("vera").CallerOf("vera").Should().Be("first");
        desk.AllEffects.OfType<Effect.Withdraw>().Should().BeEmpty();
        (desk.State.PhonesFor(Desk.Call("second")), desk.State.PhonesFor(Desk.Call("third"))).Should().Be((3, 1));
        desk.Talks("anna").CallerOf("anna").Should().Be("second");
        desk.AllEffects.OfType<Effect.Withdraw>().Should().BeEmpty();
        desk.Talks("yuri").CallerOf("yuri").Should().Be("third");
        desk.AllEffects.OfType<Effect.Withdraw>().Should().HaveCount(2);
        Ringing(desk).Should().BeEmpty();
    }

    [Fact]
    public void Who_becomes_free_while_they_ring_rings_as_well()
    {
        var desk = Open("anna", "boris").Joins("long").Talks("anna").Joins("waiting");
        Ringing(desk).Should().Equal("boris");
        desk.HangsUp("long").Pass(10);
        Ringing(desk).Should().Equal("boris", "anna");
        desk.Do(new Event.AgentSignedOut(desk.Now, "boris"));
        Ringing(desk).Should().Equal("anna");
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris"));
        Ringing(desk).Should().Equal("anna", "boris");
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("vera")]
    public void Who_rejects_rests_while_the_others_ring_on_and_rings_again_after_it(string agent)
    {
        var desk = Open(Five).Joins("caller").Fails(agent, OfferOutcome.Rejected);
        Ringing(desk).Should().Equal(Five.Except([agent]));
        desk.Agent(agent).Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(RestReason.Rejected);
        desk.Caller("caller").RefusedBy.Should().Equal(agent);
        desk.State.PhonesFor(Desk.Call("caller")).Should().Be(4);
        desk.Pass(10);
        Ringing(desk).Should().BeEquivalentTo(Five);
    }

    [Fact]
    public void Nobody_answers_and_all_rest()
    {
        var desk = Open(Five).Joins("caller").Pass(30);
        desk.State.Agents.Values.Should().OnlyContain(agent => agent.State is AgentState.Resting && agent.Unanswered == 1);
        desk.Caller("caller").RefusedBy.Should().BeEquivalentTo(Five);
        desk.Pass(30);
        Ringing(desk).Should().BeEquivalentTo(Five);
    }

    [Fact]
    public void Only_the_lowest_level_that_has_anybody_rings()
    {
        var desk = new Desk(RingAll, At("anna", 2), At("boris", 1), At("vera", 1), At("yuri", 2)).Joins("caller");
        Ringing(desk).Should().Equal("boris", "vera");
        desk.Fails("boris", OfferOutcome.Rejected);
        Ringing(desk).Should().Equal("vera");
        desk.Fails("vera", OfferOutcome.Rejected);
        Ringing(desk).Should().Equal("anna", "yuri");
        desk.Pass(10);
        Ringing(desk).Should().BeEquivalentTo("anna", "yuri", "boris", "vera");
    }

    [Fact]
    public void A_higher_level_rings_for_callers_the_lowest_has_no_phone_for_and_no_longer_than_that()
    {
        var desk = new Desk(RingAll, At("anna", 2), At("boris", 1), At("vera", 1), At("yuri", 2)).Joins("one").Joins("two").Joins("three");
        Ringing(desk).Should().BeEquivalentTo("boris", "vera", "anna");
        desk.HangsUp("three");
        Ringing(desk).Should().Equal("boris", "vera");
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
    }

    [Fact]
    public void An_agent_of_several_queues_rings_once()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [RingAll, RingAll with { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales", "service"), Desk.Serving("boris", "sales", "service"), Desk.Serving("vera", "service")],
        });
        desk.Joins("buyer").Joins("owner", "service");
        desk.AllEffects.OfType<Effect.Ring>().Select(ring => ring.Dial.Destination).Should().Equal("user/anna", "user/boris", "user/vera");
        desk.CallerOf("vera").Should().Be("owner");
        desk.Answers("anna");
        // Boris is free of the buyer, and rings for the owner.
        desk.State.PhonesFor(Desk.Call("owner")).Should().Be(2);
        desk.OfferOf("boris").Queue.Should().Be("service");
    }

    [Fact]
    public void A_caller_without_a_phone_comes_before_one_more_phone_for_another()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [RingAll with { Weight = 5 }, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales", "service") with { SignedIn = false }, Desk.Serving("boris", "sales")],
        });
        desk.Joins("buyer").Joins("owner", "service").Do(new Event.AgentSignedIn(desk.Now, "anna"));
        desk.CallerOf("anna").Should().Be("owner");
    }

    [Fact]
    public void A_caller_who_comes_later_has_a_phone_that_rings_already()
    {
        var desk = Open(Five).Joins("first").Joins("second");
        desk.Effects.OfType<Effect.Ring>().Should().BeEmpty();
        desk.State.PhonesFor(Desk.Call("second")).Should().Be(1);
        desk.State.PhonesFor(Desk.Call("first")).Should().Be(4);
        desk.Caller("second").Journey.Last().What.Should().Be(JourneyEvent.Offered);
    }

    [Fact]
    public void Phones_that_ring_count_as_free_for_the_expected_wait()
    {
        var desk = Open(Five).Joins("first").Talks("anna").Pass(60).HangsUp("first").Pass(10).Joins("second").Joins("third");
        desk.State.ExpectedWaitOf(Desk.Call("third")).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void With_a_whisper_the_others_stop_as_soon_as_one_has_answered()
    {
        var desk = Open(RingAll with { Whisper = "sales.wav" }, Five).Joins("caller").Answers("galya");
        desk.Effects.OfType<Effect.Whisper>().Should().ContainSingle();
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(4);
        desk.OfferOf("galya").State.Should().Be(OfferState.Whispering);
        desk.Do(new Event.Whispered(desk.Now, desk.OfferOf("galya").Number)).Connects("galya").Caller("caller").Talk!.Agent.Should().Be("galya");
    }

    [Fact]
    public void With_a_whisper_the_phones_ring_on_for_those_nobody_has_answered_yet()
    {
        var desk = Open(RingAll with { Whisper = "sales.wav" }, Five).Joins("first").Joins("second").Answers("galya");
        desk.Effects.OfType<Effect.Withdraw>().Should().BeEmpty();
        desk.Answers("yuri").Effects.OfType<Effect.Withdraw>().Should().HaveCount(3);
        desk.Do(new Event.Whispered(desk.Now, desk.OfferOf("yuri").Number)).CallerOf("yuri").Should().Be("first");
        desk.Do(new Event.Whispered(desk.Now, desk.OfferOf("galya").Number)).CallerOf("galya").Should().Be("second");
    }

    internal static QueueSettings RingAll => Desk.Sales with { Strategy = Strategy.RingAll };

    internal static Desk Open(params string[] agents) => Open(RingAll, agents);

    internal static Desk Open(QueueSettings queue, params string[] agents) => new(queue, [.. agents.Select(id => Desk.Serving(id, queue.Name))]);

    /// <summary>Whose phones ring, as they began.</summary>
    internal static IEnumerable<string> Ringing(Desk desk) =>
        desk.State.Offers.Values.Where(offer => offer.State == OfferState.Ringing).Select(offer => offer.Agent);
}
