using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Hold
{
    [Fact]
    public void The_caller_hears_music_and_the_agent_counts_as_talking_until_they_talk_again()
    {
        var desk = Talking().Asks(at => new Event.HoldAsked(at, Caller));
        desk.Effects.OfType<Effect.Part>().Should().ContainSingle().Which.Keep.Should().BeGreaterThan(TimeSpan.FromMinutes(10));
        desk.Arrives("caller").Effects.OfType<Effect.Hold>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Pass(20).Asks(at => new Event.ResumeAsked(at, Caller)).Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull("the recording goes on");
        desk.Connects("anna").OfferOf("anna").State.Should().Be(OfferState.Talking);
        desk.Pass(10).HangsUp("caller");
        desk.History.Single().TalkedSeconds.Should().Be(30, "holding is part of the conversation");
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.History.Single().Journey.Select(step => step.What).Should().ContainInOrder(JourneyEvent.Held, JourneyEvent.Resumed, JourneyEvent.Ended);
    }

    [Fact]
    public void A_caller_who_hangs_up_meanwhile_frees_the_agent_for_wrap_up()
    {
        var desk = Held();
        var leg = desk.OfferOf("anna").Leg;
        desk.HangsUp("caller").Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.History.Single().Result.Should().Be(CallResult.Answered);
    }

    [Fact]
    public void An_agent_who_hangs_up_meanwhile_gives_the_caller_to_the_next_agent()
    {
        var desk = Held("anna", "boris").AgentHangsUp("anna");
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.CallerOf("boris").Should().Be("caller");
        desk.Effects.Should().Contain(new Effect.Receive(Caller), "the music of the queue begins");
    }

    [Fact]
    public void Those_behind_one_who_was_expected_back_wait_no_longer_when_that_call_has_ended()
    {
        var desk = Held("anna", "boris");
        desk.IsLost("caller").AgentHangsUp("anna").Joins("next");
        desk.Agent("boris").Should().BeOfType<AgentState.Ready>("the first in the queue is expected back at any moment");
        desk.Do(new Event.EndUnheard(desk.Now, Caller)).CallerOf("boris").Should().Be("next");
    }

    [Fact]
    public void Before_the_caller_is_out_of_the_conversation_no_transfer_ends_the_agents_leg()
    {
        var desk = Talking("anna", "boris").Asks(at => new Event.HoldAsked(at, Caller)).Asks(at => new Event.ResumeAsked(at, Caller));
        var transfer = new Event.TransferAsked(desk.Now, Caller, TransferKind.Agent, "boris");
        TalkCommand.Refusal(desk.State, transfer).Should().Contain("again in a moment");
        desk.Do(transfer).Effects.Should().BeEmpty();
        desk.Arrives("caller").Connects("anna").Do(transfer).Effects.OfType<Effect.Part>().Should().ContainSingle();
    }

    [Fact]
    public void While_the_caller_is_being_given_back_nothing_else_is_begun()
    {
        var desk = Held("anna", "boris").Asks(at => new Event.ResumeAsked(at, Caller));
        desk.Asks(at => new Event.ResumeAsked(at, Caller)).Effects.Should().BeEmpty();
        desk.Consults("boris").Transfers(TransferKind.Agent, "boris").State.Guests.Should().BeEmpty();
        desk.OfferOf("anna").State.Should().Be(OfferState.Resuming);
        desk.Connects("anna").Consults("boris").State.Guests.Should().ContainSingle();
    }

    [Fact]
    public void When_the_two_cannot_be_parted_they_talk_on()
    {
        var desk = Talking().Asks(at => new Event.HoldAsked(at, Caller));
        desk.Do(new Event.PartFailed(desk.Now, Caller, desk.OfferOf("anna").Leg, "no")).OfferOf("anna").Should().Match<Offer>(offer => offer.State == OfferState.Talking && !offer.Parted && offer.Until > desk.Now + TimeSpan.FromMinutes(1));
        desk.Caller("caller").Away.Should().BeNull();
    }

    [Fact]
    public void When_the_two_cannot_be_joined_again_the_caller_is_the_first_in_the_queue()
    {
        var desk = Held().Asks(at => new Event.ResumeAsked(at, Caller)).FailsToConnect("anna", ReplyOutcome.Refused);
        desk.Position("caller").Should().Be(1);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void A_caller_who_never_reaches_us_on_the_way_is_given_up_and_the_agent_is_free()
    {
        var desk = Talking().Asks(at => new Event.HoldAsked(at, Caller)).Pass(70);
        desk.History.First().Result.Should().Be(CallResult.Answered);
        desk.State.Offers.Should().BeEmpty();
        desk.Agent("anna").Should().NotBeOfType<AgentState.Talking>();
    }

    [Fact]
    public void After_a_restart_the_caller_is_given_back_to_the_agent()
    {
        var desk = Held();
        var leg = desk.OfferOf("anna").Leg;
        desk.Restart().Survey(Desk.Live(leg), Desk.Live(Caller)).Arrives("caller").Pass(1);
        desk.AllEffects.OfType<Effect.Connect>().Last().Should().Be(new Effect.Connect(1, Caller, leg, null) { OutlivesPhone = true });
        desk.Connects("anna").OfferOf("anna").State.Should().Be(OfferState.Talking);
    }

    [Fact]
    public void After_a_restart_without_the_agent_the_caller_is_the_first_in_the_queue()
    {
        var desk = Held().Restart().Survey(Desk.Live(Caller)).Arrives("caller");
        desk.Position("caller").Should().Be(1);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void What_could_not_be_ended_while_the_switch_was_away_is_ended_when_it_is_back()
    {
        var desk = Held();
        var leg = desk.OfferOf("anna").Leg;
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).HangsUp("caller").Pass(3);
        OnDisk.Restored(desk.State).ToEnd.Should().Equal(leg);
        desk.Survey(Desk.Live(leg)).Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.State.ToEnd.Should().BeEmpty();
        desk.Survey(Desk.Live(leg)).Effects.OfType<Effect.HangUp>().Should().BeEmpty("once is enough");
    }

    [Fact]
    public void What_is_ended_when_the_switch_is_back_is_ended_in_the_same_order_in_every_life_of_the_service()
    {
        CallRef[] calls = [.. "gbehacfd".Select(id => Desk.Call($"{id}"))];
        var survey = new Event.NodeSurveyed(Desk.Opening, Desk.Node, [.. calls.Select(call => Desk.Live(call))]);
        var (_, effects) = Engine.Step(CallCenter.Empty with { ToEnd = [.. calls] }, survey);
        effects.OfType<Effect.HangUp>().Select(end => end.Call).Should().Equal(calls.OrderBy(call => call.Id));
    }

    [Fact]
    public void Nothing_is_begun_while_the_switch_cannot_be_reached()
    {
        var desk = Talking();
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).Asks(at => new Event.HoldAsked(at, Caller)).Effects.Should().BeEmpty();
        TalkCommand.Refusal(desk.State, new Event.HangUpAsked(desk.Now, Caller)).Should().Be("The switch cannot be reached: give the command again when it can.");
        desk.OfferOf("anna").State.Should().Be(OfferState.Talking);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_what_to_do_and_changes_nothing()
    {
        var desk = Talking();
        TalkCommand.Refusal(desk.State, new Event.ResumeAsked(desk.Now, Caller)).Should().Be("The caller is not on hold.");
        TalkCommand.Refusal(desk.State, new Event.HoldAsked(desk.Now, Desk.Call("nobody"))).Should().Contain("no call 'nobody'");
        desk.Asks(at => new Event.ResumeAsked(at, Caller)).Effects.Should().BeEmpty();
        desk.State.Ignored.Should().Be(1);
    }

    static CallRef Caller => Desk.Call("caller");

    static Desk Talking(params string[] agents) => new Desk(agents is [] ? ["anna"] : agents).Joins("caller").Talks("anna");

    static Desk Held(params string[] agents) => Talking(agents).Asks(at => new Event.HoldAsked(at, Caller)).Arrives("caller");
}
