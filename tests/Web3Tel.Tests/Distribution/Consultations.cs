using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Tests.Callbacks;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Consultations
{
    static readonly CallRef Caller = Desk.Call("caller");

    [Fact]
    public void The_agent_asks_while_the_caller_hears_music_and_then_hands_over()
    {
        var desk = Asking();
        desk.AllEffects.OfType<Effect.Hold>().Should().ContainSingle();
        desk.Effects.OfType<Effect.Consult>().Should().ContainSingle().Which.AgentLeg.Should().Be(desk.OfferOf("anna").Leg);
        desk.Joined().Agent("boris").Should().BeOfType<AgentState.Talking>();
        var leg = desk.OfferOf("anna").Leg;
        desk.Do(new Event.ConsultCompleted(desk.Now, Caller, "anna")).Effects.OfType<Effect.Connect>().Should().ContainSingle();
        desk.GuestConnects().Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.CallerOf("boris").Should().Be("caller");
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_answers_before_the_caller_is_out_of_the_conversation_waits_that_moment()
    {
        var desk = Talking().Consults("boris").GuestAnswers();
        desk.Effects.OfType<Effect.Consult>().Should().BeEmpty("the agent is still in conversation with the caller");
        desk.Arrives("caller").Effects.OfType<Effect.Consult>().Should().ContainSingle();
        desk.Joined().Agent("boris").Should().BeOfType<AgentState.Talking>();
    }

    [Fact]
    public void Taken_back_the_caller_is_given_to_the_agent_and_the_asked_one_is_free()
    {
        var desk = Asking().Joined();
        desk.Do(new Event.ConsultCancelled(desk.Now, Caller, "anna")).Agent("boris").Should().BeOfType<AgentState.Ready>();
        GivenBack(desk);
    }

    [Fact]
    public void When_the_asked_one_does_not_answer_the_caller_is_given_back()
    {
        var desk = Talking().Consults("boris").Arrives("caller");
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.NoAnswer)).Agent("boris").Should().BeOfType<AgentState.Resting>();
        GivenBack(desk);
    }

    [Fact]
    public void When_the_asked_one_hangs_up_the_caller_is_given_back() => GivenBack(Asking().Joined().GuestHangsUp());

    [Fact]
    public void When_the_agent_hangs_up_the_asked_one_is_for_the_caller_before_those_behind()
    {
        var desk = new Desk(CallbackDesk.With(Desk.Sales, "anna", "boris")).Joins("caller").Talks("anna").Consults("boris").Arrives("caller").Joins("behind");
        desk.AgentHangsUp("anna").CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void When_the_two_cannot_be_joined_the_caller_is_given_back()
    {
        var desk = Asking();
        GivenBack(desk.Do(new Event.ConnectFailed(desk.Now, desk.Guest().Number, desk.OfferOf("anna").Leg, ReplyOutcome.Refused)));
    }

    [Fact]
    public void When_the_agent_hangs_up_the_caller_is_the_first_in_the_queue_and_the_asked_one_gets_the_caller_in_turn()
    {
        var desk = Asking().Joined();
        var leg = desk.Guest().Leg;
        desk.AgentHangsUp("anna").Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Position("caller").Should().Be(1);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void When_the_caller_hangs_up_both_are_free()
    {
        var desk = Asking().Joined().HangsUp("caller");
        desk.Effects.OfType<Effect.HangUp>().Should().HaveCount(2);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Agent("boris").Should().BeOfType<AgentState.Ready>();
        desk.State.Legs.Should().BeEmpty();
    }

    [Fact]
    public void An_agent_who_hangs_up_while_handing_over_has_handed_over()
    {
        var desk = Asking().Joined();
        desk.Do(new Event.ConsultCompleted(desk.Now, Caller)).AgentHangsUp("anna").GuestConnects().CallerOf("boris").Should().Be("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void After_a_restart_the_caller_is_given_back_and_the_asked_one_is_free()
    {
        var desk = Asking().Joined();
        var (anna, boris) = (desk.OfferOf("anna").Leg, desk.Guest().Leg);
        desk.Restart().Survey(Desk.Live(anna, boris), Desk.Live(boris, anna), Desk.Live(Caller)).Arrives("caller");
        desk.AllEffects.Should().Contain(new Effect.HangUp(boris, HangupCause.NormalClearing));
        desk.State.Guests.Should().BeEmpty();
        GivenBack(desk);
    }

    [Fact]
    public void A_supervisor_takes_over_and_the_agent_talks_until_the_supervisor_answers()
    {
        var desk = Talking().Do(new Event.TakeOverAsked(Desk.Opening, Caller, "boris", "olga"));
        desk.OfferOf("anna").State.Should().Be(OfferState.Talking);
        desk.GuestAnswers().Effects.OfType<Effect.Connect>().Should().ContainSingle();
        desk.Do(new Event.Unbridged(desk.Now, Caller)).AgentHangsUp("anna").GuestConnects();
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void A_supervisor_who_does_not_answer_changes_nothing()
    {
        var desk = Talking().Do(new Event.TakeOverAsked(Desk.Opening, Caller, "boris", "olga"));
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.NoAnswer)).OfferOf("anna").State.Should().Be(OfferState.Talking);
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void A_supervisor_listens_to_the_agents_leg_and_it_stands_in_the_journey()
    {
        var desk = Talking().Do(new Event.ListenAsked(Desk.Opening, Caller, "clara", ListenMode.Whisper, "olga"));
        var listen = desk.Effects.OfType<Effect.Listen>().Single();
        (listen.Leg, listen.Mode, listen.Dial.Destination).Should().Be((desk.OfferOf("anna").Leg, ListenMode.Whisper, "user/clara"));
        desk.Caller("caller").Journey[^1].Should().Match<JourneyStep>(step => step.What == JourneyEvent.ListenedTo && step.Detail == "Whisper: olga");
        desk.Agent("clara").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_supervisor_hangs_up()
    {
        var desk = Talking().Do(new Event.HangUpAsked(Desk.Opening, Caller, "olga"));
        desk.Effects.OfType<Effect.HangUp>().Should().HaveCount(2);
        desk.HangsUp("caller").History.Single().HungUpBy.Should().Be(EndedBy.Service);
    }

    [Fact]
    public void Each_command_to_a_conversation_is_in_the_audit_trail()
    {
        var desk = Talking().Do(new Event.ListenAsked(Desk.Opening, Caller, "clara", ListenMode.Whisper, "olga"));
        desk.Consults("boris").Do(new Event.HangUpAsked(desk.Now, Caller, "olga"));
        desk.State.Audit.Values.Select(record => (record.By, record.Agent, record.Act, record.Detail)).Should().Equal(
            ("olga", "anna", AuditedAct.Listen, "caller: Whisper clara"),
            ("anna", "anna", AuditedAct.Consult, "caller: Agent boris"),
            ("olga", "anna", AuditedAct.HangUp, "caller"));
    }

    static Desk Talking() => TalkingDesk.Open().Joins("caller").Talks("anna");

    /// <summary>The guest has answered.</summary>
    [Fact]
    public void A_phone_that_rings_on_out_of_sight_is_ended_before_it_rings_again()
    {
        var desk = Talking().Consults("boris").Arrives("caller");
        var guest = desk.Guest();
        desk.Do(new Event.OfferFailed(desk.Now, guest.Number, OfferOutcome.LostSight)).Do(new Event.NodeLost(desk.Now, Desk.Node, "gone"));
        desk.Survey(Desk.Live(guest.Leg)).Effects.Should().Contain(new Effect.HangUp(guest.Leg, HangupCause.NormalClearing));
    }

    static Desk Asking() => Talking().Consults("boris").Arrives("caller").GuestAnswers();

    static void GivenBack(Desk desk)
    {
        desk.Pass(1).AllEffects.OfType<Effect.Connect>().Last().Should().Be(new Effect.Connect(1, Caller, desk.OfferOf("anna").Leg, null) { OutlivesPhone = true });
        desk.Connects("anna").OfferOf("anna").Should().Match<Offer>(offer => offer.State == OfferState.Talking && !offer.Parted && offer.Until > desk.Now + TimeSpan.FromMinutes(1));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
    }
}
