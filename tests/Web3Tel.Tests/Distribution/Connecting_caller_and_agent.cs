using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Connecting_caller_and_agent
{
    [Fact]
    public void An_agent_who_may_be_talking_on_a_switch_out_of_reach_is_not_rung_before_the_survey_tells()
    {
        var desk = new Desk("anna").Joins("caller").Answers("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "")).FailsToConnect("anna", ReplyOutcome.TimedOut).Pass(8);
        desk.Agent("anna").Should().BeOfType<AgentState.Offered>();
        desk.Survey(Desk.Live(Desk.Call("caller"), leg), Desk.Live(leg, Desk.Call("caller")));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Whom_the_switch_joined_too_late_and_records_no_more_is_recorded_again_with_the_next_agent()
    {
        var desk = new Desk("anna", "boris").Joins("caller").Answers("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "")).FailsToConnect("anna", ReplyOutcome.TimedOut);
        desk.Survey(Desk.Live(Desk.Call("caller"), leg), Desk.Live(leg, Desk.Call("caller")));
        desk.Caller("caller").Recording.Should().BeNull();
        desk.Pass(60).Asks(at => new Event.TransferAsked(at, Desk.Call("caller"), TransferKind.Queue, "sales", "anna")).Arrives("caller").Answers("boris");
        desk.AllEffects.OfType<Effect.Connect>().Last().RecordTo.Should().Contain("boris");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_recording_of_two_of_whom_it_is_never_heard_that_they_were_joined_ends(bool restart)
    {
        var desk = new Desk("anna").Joins("caller").Answers("anna");
        var path = desk.Effects.OfType<Effect.Connect>().Single().RecordTo!;
        if (restart)
        {
            desk.Pass(10).Restart().Survey(Desk.Live(Desk.Call("caller")));
        }
        else
        {
            desk.FailsToConnect("anna", ReplyOutcome.Disconnected).Pass(60);
        }

        desk.AllEffects.Should().ContainSingle(effect => effect == new Effect.EndRecording(Desk.Call("caller"), path));
    }

    [Fact]
    public void The_recording_is_named_by_day_time_number_agent_and_call()
    {
        var desk = new Desk("anna");
        var call = Desk.Call("1f0c22ab-77aa-4c00-9d11-000000000001");
        desk.Do(new Event.CallArrived(desk.Now, call, "+7 (916) 123-45-67", "../Иван", "1000", desk.Now));
        desk.Do(new Event.Joined(desk.Now, call, "sales")).Pass(3).Answers("anna");
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().Be("2026/11/24/100003-79161234567-anna-1f0c22ab.wav");
        desk.Connects("anna").Do(new Event.CallEnded(desk.Now, call, HangupCause.NormalClearing, HungUpBy.Party));
        desk.History.Single().Recording.Should().Be("2026/11/24/100003-79161234567-anna-1f0c22ab.wav");
    }

    [Fact]
    public void A_queue_may_be_without_recording()
    {
        var desk = new Desk(Desk.Sales with { Record = false }, Desk.Serving("anna", "sales")).Joins("caller").Answers("anna");
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull();
        desk.Connects("anna").HangsUp("caller").History.Single().Recording.Should().BeNull();
    }

    [Fact]
    public void When_the_switch_refuses_the_caller_is_first_again_and_another_agent_is_tried()
    {
        var desk = new Desk("anna", "boris").Joins("first").Answers("anna").Joins("second");
        var leg = desk.OfferOf("anna").Leg;
        desk.FailsToConnect("anna", ReplyOutcome.Refused);
        desk.AllEffects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(RestReason.ConnectFailed);
        desk.Position("first").Should().Be(1);
        desk.Answers("boris").CallerOf("boris").Should().Be("first");
    }

    [Fact]
    public void When_the_caller_hangs_up_the_agent_on_the_line_gets_the_next()
    {
        var desk = new Desk("anna").Joins("first").Joins("second").Answers("anna");
        desk.HangsUp("first");
        var connect = desk.Effects.OfType<Effect.Connect>().Single();
        (connect.Call, connect.Leg).Should().Be((Desk.Call("second"), desk.OfferOf("anna").Leg));
    }

    [Fact]
    public void When_the_caller_hangs_up_and_nobody_waits_the_agent_is_ready_again()
    {
        var desk = new Desk("anna").Joins("only").Answers("anna").HangsUp("only");
        desk.Effects.OfType<Effect.HangUp>().Should().ContainSingle();
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
    }

    [Fact]
    public void An_agent_who_answers_and_hangs_up_at_once_has_rejected()
    {
        var desk = new Desk("anna", "boris").Joins("caller").Answers("anna").AgentHangsUp("anna");
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(RestReason.Rejected);
        desk.CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void A_late_word_about_the_former_caller_is_ignored()
    {
        var desk = new Desk("anna").Joins("first").Joins("second").Answers("anna");
        var former = new Event.Connected(desk.Now, desk.OfferOf("anna").Number, Desk.Call("first"));
        desk.HangsUp("first").Do(former);
        desk.State.Ignored.Should().Be(1);
        desk.Caller("second").State.Should().BeOfType<CallerState.Connecting>();
    }

    [Fact]
    public void When_nothing_is_heard_the_attempt_ends_by_its_deadline()
    {
        var desk = new Desk("anna").Joins("caller").Answers("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Pass(10).AllEffects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Position("caller").Should().Be(1);
    }

    [Fact]
    public void When_the_connection_broke_meanwhile_the_survey_tells_whether_they_talk()
    {
        var desk = new Desk("anna").Joins("caller").Answers("anna").FailsToConnect("anna", ReplyOutcome.Disconnected);
        var leg = desk.OfferOf("anna").Leg;
        desk.Pass(20).Survey(Desk.Live(leg, Desk.Call("caller")), Desk.Live(Desk.Call("caller"), leg));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Effects.OfType<Effect.Follow>().Should().HaveCount(2);
    }

    [Fact]
    public void A_caller_whom_no_agent_can_be_joined_with_is_not_tried_for_ever()
    {
        var agents = Enumerable.Range(1, 6).Select(n => "agent" + n).ToArray();
        var desk = new Desk(agents).Joins("broken");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var agent = desk.State.Offers.Values.Single().Agent;
            desk.Answers(agent).FailsToConnect(agent, ReplyOutcome.Refused);
        }

        desk.Caller("broken").State.Should().BeOfType<CallerState.Leaving>();
        desk.Pass(10).History.Single().Result.Should().Be(CallResult.Failed);
    }

    [Fact]
    public void A_caller_who_comes_to_us_while_connecting_was_not_joined_and_waits_on()
    {
        var desk = new Desk("anna").Joins("caller").Answers("anna").Pass(1).Arrives("caller");
        desk.Effects.Should().Contain(new Effect.Receive(Desk.Call("caller")));
        desk.Position("caller").Should().Be(1);
    }
}
