using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>A step that callers go on with when their agent has hung up.</summary>
public sealed class After_the_conversation
{
    static readonly NextStep.Named Survey = new("survey");

    readonly Desk _desk = new(new Configuration
    {
        Queues = [Desk.Sales with { AfterTalk = "survey" }],
        Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")],
        Steps = ["survey"],
    });

    [Fact]
    public void The_switch_is_told_to_send_the_caller_to_us_again()
    {
        Talk();

        _desk.AllEffects.OfType<Effect.Connect>().Single().ComesBack.Should().BeTrue();
        new Desk("anna").Joins("caller").Talks("anna").AllEffects.OfType<Effect.Connect>().Single().ComesBack.Should().BeFalse();
    }

    [Fact]
    public void A_caller_whose_agent_hangs_up_goes_on_with_the_step_and_the_agent_with_the_wrap_up()
    {
        Talk();
        _desk.AgentHangsUp("anna");
        _desk.Effects.OfType<Effect.HangUp>().Should().BeEmpty("the caller is on the way to us");
        _desk.Caller("caller").State.Should().Be(new CallerState.SentOn(Survey));
        _desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();

        _desk.Arrives("caller");

        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("caller"), "survey"));
        _desk.Do(new Event.Rated(_desk.Now, Desk.Call("caller"), "survey", 4)).Do(new Event.FlowEnded(_desk.Now, Desk.Call("caller"), null));
        _desk.HangsUp("caller");
        var entry = _desk.History.Last();
        entry.Result.Should().Be(CallResult.Answered);
        entry.Agent.Should().Be("anna");
        entry.Journey.Should().Contain(step => step.What == JourneyEvent.Rated && step.Agent == "anna" && step.Detail == "survey: 4");
    }

    [Fact]
    public void A_caller_who_is_there_before_the_agents_hang_up_is_told_goes_on_all_the_same()
    {
        Talk();
        var leg = _desk.OfferOf("anna").Leg;

        _desk.Arrives("caller");

        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("caller"), "survey")).And.Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        _desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        _desk.Do(new Event.CallEnded(_desk.Now, leg, HangupCause.NormalClearing, HungUpBy.Party));
        _desk.Caller("caller").State.Should().Be(new CallerState.SentOn(Survey));
    }

    [Fact]
    public void A_caller_who_hangs_up_first_is_asked_nothing()
    {
        Talk();

        _desk.HangsUp("caller");

        _desk.State.Callers.Should().BeEmpty();
        _desk.AllEffects.OfType<Effect.TakeStep>().Should().BeEmpty();
    }

    [Fact]
    public void A_caller_who_hangs_up_on_the_way_or_in_the_step_was_answered()
    {
        Talk();
        _desk.AgentHangsUp("anna").HangsUp("caller");

        _desk.State.Callers.Should().BeEmpty();
        _desk.History.Last().Result.Should().Be(CallResult.Answered);
        _desk.History.Last().HungUpBy.Should().Be(EndedBy.Caller);
    }

    [Fact]
    public void A_caller_who_never_comes_is_not_waited_for_for_ever()
    {
        Talk();
        _desk.AgentHangsUp("anna");

        _desk.Survey().Pass(3_600);

        _desk.State.Callers.Should().BeEmpty();
    }

    [Fact]
    public void A_conversation_that_ended_while_the_service_was_dead_is_followed_by_the_step()
    {
        Talk();
        _desk.Pass(60);
        _desk.Restart().Survey(Desk.Live(Desk.Call("caller")));
        _desk.Effects.OfType<Effect.HangUp>().Should().BeEmpty();

        _desk.Arrives("caller");

        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("caller"), "survey"));
    }

    [Fact]
    public void A_caller_who_was_transferred_is_asked_after_the_last_agent_has_hung_up()
    {
        _desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(_desk.Now, Desk.Call("caller"), TransferKind.Agent, "boris")).Arrives("caller");
        var guest = _desk.State.Guests.Values.Single();
        _desk.Do(new Event.OfferAnswered(_desk.Now, guest.Number));
        _desk.AllEffects.OfType<Effect.Connect>().Last().ComesBack.Should().BeTrue();
        _desk.Do(new Event.Connected(_desk.Now, guest.Number, Desk.Call("caller"))).Pass(10);
        _desk.AgentHangsUp("boris").Arrives("caller");

        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("caller"), "survey"));
        Rates(2);
        _desk.Caller("caller").Journey[^1].Should().Be(new JourneyStep(_desk.Now, JourneyEvent.Rated, "boris", "survey: 2"));
    }

    [Fact]
    public void Somebody_outside_to_whom_the_caller_was_transferred_is_not_asked_about()
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales with { AfterTalk = "survey" }], Agents = [Desk.Serving("anna", "sales")], Steps = ["survey"], LineOut = "line/{number}" });
        desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Number, "5551")).Arrives("caller");
        desk.Do(new Event.OfferAnswered(desk.Now, desk.State.Guests.Keys.Single()));

        desk.AllEffects.OfType<Effect.Connect>().Last().ComesBack.Should().BeFalse();
    }

    [Fact]
    public void Two_who_were_parted_without_a_word_why_lead_to_the_step_as_well()
    {
        Talk();
        _desk.Do(new Event.Unbridged(_desk.Now, Desk.Call("caller"))).Pass(3);
        _desk.Caller("caller").State.Should().Be(new CallerState.SentOn(Survey));
        _desk.AllEffects.OfType<Effect.HangUp>().Should().NotContain(end => end.Call == Desk.Call("caller"));
    }

    [Fact]
    public void A_step_the_queue_gets_or_loses_during_the_conversation_is_not_for_who_talks_already()
    {
        var without = new Desk("anna").Joins("caller").Talks("anna");
        without.Do(new Event.Configured(without.Now, new Configuration { Queues = [Desk.Sales with { AfterTalk = "survey" }], Agents = [Desk.Serving("anna", "sales")], Steps = ["survey"] }));
        without.Pass(10).AgentHangsUp("anna").Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing), "the switch would not send the caller to us");

        Talk();
        _desk.Do(new Event.Configured(_desk.Now, new Configuration { Queues = [Desk.Sales], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")] }));
        _desk.AgentHangsUp("anna").Arrives("caller");
        _desk.Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing)).And.NotContain(effect => effect is Effect.TakeStep);
    }

    [Fact]
    public void Of_who_was_lost_sight_of_while_being_joined_the_conversation_ends_first_and_then_the_caller_is_waited_for()
    {
        _desk.Joins("caller").Answers("anna").IsLost("caller");
        _desk.Do(new Event.ConnectFailed(_desk.Now, _desk.OfferOf("anna").Number, Desk.Call("caller"), ReplyOutcome.Disconnected, ""));
        var leg = _desk.OfferOf("anna").Leg;

        _desk.Pass(60);
        _desk.AllEffects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        _desk.Arrives("caller");

        _desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
        _desk.History.Should().BeEmpty("one call has one end");
    }

    [Fact]
    public void A_supervisor_who_hangs_up_ends_the_call()
    {
        Talk();
        _desk.Do(new Event.HangUpAsked(_desk.Now, Desk.Call("caller"), "olga"));
        _desk.Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing));

        _desk.Arrives("caller");

        _desk.Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing)).And.NotContain(new Effect.TakeStep(Desk.Call("caller"), "survey"));
    }

    [Fact]
    public void A_step_that_fails_takes_nothing_from_the_conversation()
    {
        Talk();
        _desk.AgentHangsUp("anna").Arrives("caller").Do(new Event.FlowEnded(_desk.Now, Desk.Call("caller"), "broken")).HangsUp("caller");

        _desk.History.Last().Result.Should().Be(CallResult.Answered);
    }

    [Fact]
    public void A_restart_in_the_middle_of_the_step_begins_it_anew_and_the_mark_said_twice_counts_once()
    {
        Talk();
        _desk.AgentHangsUp("anna").Arrives("caller");
        Rates(5);
        _desk.Pass(1).Restart().Survey(Desk.Live(Desk.Call("caller"))).Arrives("caller");

        _desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("caller"), "survey"));
        Rates(5);
        _desk.Do(new Event.FlowEnded(_desk.Now, Desk.Call("caller"), null)).HangsUp("caller");
        _desk.History.Last().Mark.Should().Be(5);
        _desk.History.Last().Journey.Count(step => step.What == JourneyEvent.Rated).Should().Be(1);
    }

    [Fact]
    public void A_step_that_nobody_has_registered_is_refused() =>
        new Configuration { Queues = [Desk.Sales with { AfterTalk = "survy" }], Steps = ["survey"] }.Problems().Should().Equal(
            "Queue 'sales': AfterTalk leads to the step 'survy', which is not registered. Steps are: survey.");

    [Fact]
    public void A_mark_of_a_caller_who_is_gone_changes_nothing()
    {
        _desk.Do(new Event.Rated(_desk.Now, Desk.Call("nobody"), "survey", 4));

        _desk.State.Ignored.Should().Be(1);
    }

    void Rates(int mark) => _desk.Do(new Event.Rated(_desk.Now, Desk.Call("caller"), "survey", mark));

    void Talk()
    {
        _desk.Joins("caller").Talks("anna");
        _desk.Pass(10);
    }
}
