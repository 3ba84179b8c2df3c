using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Explanation;

public sealed class Why_a_caller_still_waits
{
    [Fact]
    public void An_agent_who_is_called_in_by_another_rings_for_that_caller()
    {
        var desk = new Desk("anna", "boris").Joins("caller").Joins("other").Talks("anna");
        desk.Talks("boris").HangsUp("other").Pass(20);
        desk.Consults("boris").Joins("late");
        StillWaiting.Of(desk.State, Desk.Call("late"), desk.Now)!.Agents.Single(agent => agent.Agent == "boris").Why
            .Should().BeOfType<Obstacle.Ringing>().Which.For.Should().Be(Desk.Call("caller"));
        desk.GuestAnswers();
        StillWaiting.Of(desk.State, Desk.Call("late"), desk.Now)!.Agents.Should().HaveCount(2);
    }

    [Fact]
    public void All_are_busy_and_each_says_with_what()
    {
        var desk = new Desk("anna", "boris").Joins("x").Talks("anna").Joins("y").Fails("boris", OfferOutcome.Busy).Pass(5).Joins("z").Pass(1);
        desk.HangsUp("y");
        Said(desk, "z").Should().Be(
            "number 1 in sales, waiting for 1 s: nobody is free; anna: talking with x for 6 s; boris: resting (busy), 4 s to go");
        Said(desk, "z", Language.Russian).Should().Be(
            "место 1 в очереди sales, ждёт 1 с: никто не свободен; anna: разговор, звонок x, 6 с; boris: пауза (занято), ещё 4 с");
    }

    [Fact]
    public void The_only_one_is_on_break()
    {
        var desk = new Desk("anna");
        desk.Do(new Event.AgentTookBreak(desk.Now, "anna", "break")).Pass(60).Joins("a");
        Said(desk, "a").Should().Be("number 1 in sales, waiting for 0 s: nobody is free; anna: on break (break) for 60 s");
        Said(desk, "a", Language.Russian).Should().EndWith("anna: перерыв (break), 60 с");
    }

    [Fact]
    public void Others_stand_before()
    {
        var desk = new Desk("anna").Joins("a").Talks("anna").Joins("b").Joins("c").Joins("d");
        Said(desk, "d").Should().StartWith("number 3 in sales, waiting for 0 s: 2 before; anna: talking with a");
    }

    [Fact]
    public void Nobody_is_signed_in()
    {
        var desk = new Desk("anna");
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Joins("a");
        Why(desk, "a").Should().Be(Hindrance.NobodySignedIn);
    }

    [Fact]
    public void Nobody_serves_the_queue() => Why(new Desk().Joins("a"), "a").Should().Be(Hindrance.NobodyServesTheQueue);

    [Fact]
    public void A_phone_rings() => Why(new Desk("anna").Joins("a"), "a").Should().Be(Hindrance.Ringing);

    [Fact]
    public void Several_phones_ring()
    {
        var desk = new Desk(Desk.Sales with { Strategy = Strategy.RingAll }, [.. new[] { "anna", "boris", "vera" }.Select(id => Desk.Serving(id, "sales"))]);
        desk.Joins("a").Joins("b");
        Said(desk, "a").Should().StartWith("number 1 in sales, waiting for 0 s: 2 phones ring; anna: ringing for a for 0 s; boris: ringing for b");
        Said(desk, "b").Should().StartWith("number 2 in sales, waiting for 0 s: a phone rings");
        Said(desk, "a", Language.Russian).Should().Contain("звонят телефоны, всего 2");
    }

    [Fact]
    public void One_who_came_earlier_is_expected_back()
    {
        var desk = new Desk("anna").Joins("x").Talks("anna").Joins("a").Joins("b").IsLost("a");
        Why(desk, "a").Should().Be(Hindrance.OutOfSight);
        Why(desk, "b").Should().Be(Hindrance.SomebodyExpectedBack);
        Why(desk.Pass(6), "b").Should().Be(Hindrance.NobodyFree);
    }

    [Fact]
    public void The_switch_cannot_be_reached()
    {
        var desk = new Desk("anna");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "")).Joins("a");
        Why(desk, "a").Should().Be(Hindrance.SwitchOutOfReach);
    }

    [Fact]
    public void Whoever_does_not_wait_has_no_reason()
    {
        var desk = new Desk("anna").Arrives("a").Joins("b").Talks("anna");
        StillWaiting.Of(desk.State, Desk.Call("a"), desk.Now).Should().BeNull();
        StillWaiting.Of(desk.State, Desk.Call("b"), desk.Now).Should().BeNull();
        StillWaiting.Of(desk.State, Desk.Call("nobody"), desk.Now).Should().BeNull();
    }

    [Fact]
    public void Every_hindrance_has_words_in_both_languages()
    {
        foreach (var why in Enum.GetValues<Hindrance>())
        {
            var waiting = new StillWaiting(Desk.Call("a"), "sales", 3, 9, why, [], 0);
            var (english, russian) = (Words.In(Language.English).Say(waiting), Words.In(Language.Russian).Say(waiting));
            english.Should().StartWith("number 3 in sales, waiting for 9 s: ");
            russian.Should().StartWith("место 3 в очереди sales, ждёт 9 с: ");
        }
    }

    static Hindrance? Why(Desk desk, string caller) => StillWaiting.Of(desk.State, Desk.Call(caller), desk.Now)?.Why;

    static string Said(Desk desk, string caller, Language language = Language.English) =>
        Words.In(language).Say(StillWaiting.Of(desk.State, Desk.Call(caller), desk.Now)!);
}
