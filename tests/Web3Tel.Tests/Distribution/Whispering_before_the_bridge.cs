using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Whispering_before_the_bridge
{
    static readonly QueueSettings Sales = Desk.Sales with { Whisper = "sales.wav" };

    [Fact]
    public void The_agent_who_answers_hears_it_and_the_caller_waits_as_before()
    {
        var desk = Open("anna").Joins("caller").Answers("anna");
        desk.Effects.Should().ContainSingle().Which.Should().Be(new Effect.Whisper(1, desk.OfferOf("anna").Leg, "sales.wav"), "nothing is done to the caller");
        desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
        Heard(desk, "anna").Effects.OfType<Effect.Connect>().Single().Call.Should().Be(Desk.Call("caller"));
        desk.Connects("anna").HangsUp("caller").History.Last().Journey.Select(step => step.What)
            .Should().ContainInOrder(JourneyEvent.Offered, JourneyEvent.Whispered, JourneyEvent.OfferEnded, JourneyEvent.Connected);
    }

    [Fact]
    public void Without_a_whisper_the_two_are_joined_at_once() =>
        new Desk("anna").Joins("caller").Answers("anna").Effects.Should().ContainSingle(effect => effect is Effect.Connect);

    [Fact]
    public void Whoever_has_heard_it_gets_the_first_of_those_waiting_whomever_the_phone_rang_for()
    {
        var desk = Open("anna", "boris").Joins("first").Joins("second").Answers("boris").Answers("anna");
        desk.CallerOf("boris").Should().Be("second");
        Heard(desk, "boris").CallerOf("boris").Should().Be("first");
        Heard(desk, "anna").CallerOf("anna").Should().Be("second");
    }

    [Fact]
    public void When_the_caller_hangs_up_meanwhile_the_agent_gets_the_next()
    {
        var desk = Open("anna").Joins("first").Joins("second").Answers("anna").HangsUp("first");
        desk.OfferOf("anna").State.Should().Be(OfferState.Whispering);
        Heard(desk, "anna").CallerOf("anna").Should().Be("second");
        desk.History.Single().Result.Should().Be(CallResult.Abandoned);
    }

    [Fact]
    public void When_the_only_caller_hangs_up_meanwhile_the_agent_is_hung_up_and_ready_again()
    {
        var desk = Open("anna").Joins("only").Answers("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.HangsUp("only").Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
    }

    [Fact]
    public void When_the_agent_hangs_up_meanwhile_the_caller_keeps_the_place_and_the_next_is_rung()
    {
        var desk = Open("anna", "boris").Joins("caller").Answers("anna").AgentHangsUp("anna");
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(RestReason.Rejected);
        desk.Position("caller").Should().Be(1);
        desk.CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void When_its_end_is_not_heard_it_is_broken_off() =>
        Open("anna").Joins("caller").Answers("anna").Pass(30).Effects.Should().ContainSingle(effect => effect is Effect.Connect);

    [Fact]
    public void The_longest_wait_does_not_take_a_caller_from_an_agent_on_the_line()
    {
        var desk = new Desk(Sales with { MaxWait = TimeSpan.FromSeconds(5) }, Desk.Serving("anna", "sales"));
        desk.Joins("caller").Pass(3).Answers("anna").Pass(4);
        Heard(desk, "anna").Connects("anna").Caller("caller").State.Should().BeOfType<CallerState.Talking>();
    }

    [Fact]
    public void After_a_restart_the_caller_waits_at_the_same_place_and_the_agents_leg_is_ended()
    {
        var desk = Open("anna").Joins("caller").Answers("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Restart().Survey(Desk.Live(leg), Desk.Live(Desk.Call("caller")));
        desk.Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Arrives("caller").Position("caller").Should().Be(1);
    }

    [Fact]
    public void An_agent_whose_leg_cannot_be_ended_is_not_rung_before_the_switch_has_been_asked()
    {
        var desk = Open("anna").Joins("caller").Answers("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).HangsUp("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.Offered>();
        desk.Survey(Desk.Live(leg)).Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_late_word_of_it_changes_nothing()
    {
        var desk = Open("anna").Joins("caller").Answers("anna");
        Heard(desk, "anna").Connects("anna");
        desk.Do(new Event.Whispered(desk.Now, 1)).State.Ignored.Should().Be(1);
        desk.Do(new Event.Whispered(desk.Now, 77)).State.Ignored.Should().Be(2);
    }

    [Theory]
    [InlineData("my file.wav")]
    [InlineData("a^hangup.wav")]
    [InlineData("")]
    public void What_the_switch_would_not_take_as_one_word_is_refused(string source) =>
        new Configuration { Queues = [Desk.Sales with { Whisper = source }] }.Problems().Should().ContainSingle()
            .Which.Should().Contain("Whisper").And.Contain("without spaces");

    [Fact]
    public void The_phone_shows_the_queues_label_and_is_asked_to_answer_by_itself_where_that_is_wanted()
    {
        var anna = Desk.Serving("anna", "sales") with { AutoAnswer = true };
        var dial = new Desk(Sales with { Label = "Продажи" }, anna).Joins("Ivan").Effects.OfType<Effect.Ring>().Single().Dial;
        (dial.CallerName, dial.AutoAnswer).Should().Be(("Продажи - Ivan", true));
        var plain = new Desk("anna").Joins("Ivan").Effects.OfType<Effect.Ring>().Single().Dial;
        (plain.CallerName, plain.AutoAnswer).Should().Be(("Ivan", false));
    }

    static Desk Open(params string[] agents) => new(Sales, [.. agents.Select(id => Desk.Serving(id, "sales"))]);

    static Desk Heard(Desk desk, string agent) => desk.Do(new Event.Whispered(desk.Now, desk.OfferOf(agent).Number));
}
