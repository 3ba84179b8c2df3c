using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;

namespace Web3Tel.Tests.Distribution;

/// <summary>Several phones ring for one caller, of those agents who may have the caller.</summary>
public sealed class Ringing_all_by_skill
{
    [Fact]
    public void A_phone_rings_along_only_for_callers_its_agent_may_have()
    {
        var desk = new Desk(Ringing_all.RingAll, Can("anna", "en:1"), Can("boris", "de:1"), Can("vera", "en:2"), Can("yuri", ""));
        desk.Asks("english", "en:1");
        Ringing_all.Ringing(desk).Should().Equal("anna", "vera");
        desk.Joins("anybody");
        Ringing_all.Ringing(desk).Should().BeEquivalentTo("anna", "vera", "boris", "yuri");
        (desk.State.PhonesFor(Desk.Call("english")), desk.State.PhonesFor(Desk.Call("anybody"))).Should().Be((1, 3));
        desk.Answers("boris").CallerOf("boris").Should().Be("anybody", "the first caller asks for English");
        Ringing_all.Ringing(desk).Should().BeEquivalentTo("anna", "vera");
    }

    [Fact]
    public void Whoever_answers_gets_the_first_of_those_the_agent_may_have_and_the_others_ring_on_for_whom_they_may()
    {
        var desk = new Desk(Ringing_all.RingAll, Can("anna", "en:1"), Can("boris", "de:1"), Can("vera", "en:2"), Can("yuri", ""));
        desk.Asks("english", "en:1").Joins("anybody").Answers("vera").CallerOf("vera").Should().Be("english");
        desk.AllEffects.OfType<Effect.Withdraw>().Should().BeEmpty();
        desk.State.PhonesFor(Desk.Call("anybody")).Should().Be(3);
        desk.Answers("anna").CallerOf("anna").Should().Be("anybody");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(2);
    }

    [Fact]
    public void Phones_that_nobody_who_waits_can_use_any_more_stop()
    {
        var desk = new Desk(Ringing_all.RingAll, Can("anna", "en:1"), Can("boris", "de:1"), Can("dirk", "de:1"), Can("vera", "en:1"));
        desk.Asks("english", "en:1").Asks("german", "de:1").HangsUp("english");
        Ringing_all.Ringing(desk).Should().BeEquivalentTo("boris", "dirk");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(2).And.OnlyContain(withdraw => !withdraw.AnsweredElsewhere);
        desk.Asks("other", "en:1").Answers("anna");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle().Which.AnsweredElsewhere.Should().BeTrue();
        Ringing_all.Ringing(desk).Should().BeEquivalentTo("boris", "dirk");
    }

    [Fact]
    public void When_the_skills_have_fallen_away_the_others_ring_as_well()
    {
        var desk = new Desk(
            Ringing_all.RingAll with { RequiredSkillsFor = TimeSpan.FromSeconds(10) }, Can("anna", "en:1"), Can("boris", "de:1"), Can("yuri", ""));
        desk.Asks("english", "en:1").Pass(9);
        Ringing_all.Ringing(desk).Should().Equal("anna");
        desk.Pass(1);
        Ringing_all.Ringing(desk).Should().BeEquivalentTo("anna", "boris", "yuri");
        desk.Answers("yuri").CallerOf("yuri").Should().Be("english");
        Ringing_all.Ringing(desk).Should().BeEmpty();
    }

    [Fact]
    public void Who_waits_for_the_agent_spoken_with_last_has_that_phone_alone()
    {
        var desk = new Desk(Ringing_all.RingAll with { SameAgentWithin = TimeSpan.FromDays(1) }, Can("anna", ""), Can("boris", ""));
        desk.Joins("before", "200", priority: null).Fails("anna", OfferOutcome.Rejected).Talks("boris").HangsUp("before").Pass(60).Joins("again", "200", priority: null);
        desk.Caller("again").Wishes!.Profile.Agent.Should().Be("boris");
        Ringing_all.Ringing(desk).Should().Equal("boris");
        desk.State.PhonesFor(Desk.Call("again")).Should().Be(1);
    }

    [Fact]
    public void More_and_more_phones_ring_of_those_who_may_have_the_caller()
    {
        var desk = new Desk(
            Ringing_all.RingAll with { Strategy = Strategy.RingProgressively }, Can("anna", "en:1"), Can("boris", "de:1"), Can("vera", "en:1"), Can("yuri", "en:1"));
        desk.Asks("english", "en:1").Asks("german", "de:1");
        Ringing_all.Ringing(desk).Should().Equal("anna", "boris");
        desk.Pass(10);
        Ringing_all.Ringing(desk).Should().Equal("anna", "boris", "vera");
        desk.Answers("vera").CallerOf("vera").Should().Be("english");
        Ringing_all.Ringing(desk).Should().Equal("boris");
    }
}
