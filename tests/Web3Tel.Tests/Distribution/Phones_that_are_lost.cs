using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>A phone that loses power in a conversation: the switch ends its call, and brings the caller to us.</summary>
public sealed class Phones_that_are_lost
{
    static readonly HangupCause MediaTimeout = new("MEDIA_TIMEOUT");

    readonly Desk _desk = new("anna", "boris");

    [Fact]
    public void The_switch_is_told_to_send_the_caller_to_us_when_the_phone_is_lost()
    {
        Talk();
        _desk.AllEffects.OfType<Effect.Connect>().Single().OutlivesPhone.Should().BeTrue();
    }

    [Theory]
    [InlineData("MEDIA_TIMEOUT")]
    [InlineData("RECOVERY_ON_TIMER_EXPIRE")]
    [InlineData("NETWORK_OUT_OF_ORDER")]
    [InlineData("DESTINATION_OUT_OF_ORDER")]
    public void The_caller_is_in_front_of_all_who_came_later_and_goes_to_the_next_who_is_free(string cause)
    {
        Talk();
        _desk.Joins("later").Joins("latest").Talks("boris");
        Dies("anna", new(cause));
        _desk.Effects.OfType<Effect.HangUp>().Should().BeEmpty("the caller is on the way to us");

        Returns(new(cause));

        (_desk.Position("caller"), _desk.Position("latest")).Should().Be((1, 2));
        _desk.Effects.Should().Contain(new Effect.Receive(Desk.Call("caller")));
        _desk.AgentHangsUp("boris").Pass(10);
        _desk.CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void Who_comes_before_the_end_of_the_phones_call_is_told_waits_as_well()
    {
        Talk();
        var leg = _desk.OfferOf("anna").Leg;
        Returns(MediaTimeout);
        _desk.CallerOf("boris").Should().Be("caller");
        _desk.Do(new Event.CallEnded(_desk.Now, leg, MediaTimeout, HungUpBy.Peer)).State.Ignored.Should().Be(1);
        _desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void The_agent_is_not_ready_until_the_phone_registers_again()
    {
        Lose();
        _desk.Agent("anna").Should().Be(new AgentState.Resting(_desk.Now, _desk.Now.AddMinutes(5), RestReason.PhoneLost));
        _desk.Talks("boris");
        _desk.Do(new Event.DeviceChanged(_desk.Now, "anna", DeviceState.Unregistered)).Agent("anna").Should().BeOfType<AgentState.Resting>();
        _desk.Pass(30).Do(new Event.DeviceChanged(_desk.Now, "anna", DeviceState.Registered));
        _desk.Agent("anna").Should().Be(new AgentState.Ready(_desk.Now));
        _desk.State.Agents["anna"].Ended.Should().Be(new Ending(_desk.Now, EndedState.Rest, EndingWhy.PhoneBack));
    }

    [Fact]
    public void A_registration_that_nobody_saw_end_counts_when_it_is_renewed()
    {
        Talk();
        _desk.Do(new Event.DeviceChanged(_desk.Now, "anna", DeviceState.Registered));
        Dies("anna", MediaTimeout);
        Returns(MediaTimeout);
        _desk.Do(new Event.DeviceChanged(_desk.Now, "anna", DeviceState.Registered)).Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_phone_that_does_not_register_is_rung_again_after_a_while_or_when_the_agent_says_so()
    {
        Lose();
        _desk.Talks("boris").Pass(299).Agent("anna").Should().BeOfType<AgentState.Resting>();
        _desk.Pass(1).Agent("anna").Should().BeOfType<AgentState.Ready>();

        var other = new Phones_that_are_lost();
        other.Lose();
        other._desk.Do(new Event.AgentReady(other._desk.Now, "anna", "anna")).Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void An_agent_who_wanted_to_leave_or_a_break_has_it()
    {
        Talk();
        _desk.Do(new Event.AgentSignedOut(_desk.Now, "anna"));
        Dies("anna", MediaTimeout);
        Returns(MediaTimeout);
        _desk.Agent("anna").Should().BeOfType<AgentState.SignedOut>();
    }

    [Fact]
    public void Alone_at_work_the_agent_has_the_same_caller_again_when_the_phone_is_back()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Pass(20);
        desk.Do(new Event.CallEnded(desk.Now, desk.OfferOf("anna").Leg, MediaTimeout, HungUpBy.Peer)).Do(Return(desk, MediaTimeout));
        desk.Pass(100).CallerOf("anna").Should().BeNull();
        desk.Do(new Event.DeviceChanged(desk.Now, "anna", DeviceState.Registered)).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_hang_up_of_the_agent_ends_the_call_as_ever()
    {
        Talk();
        _desk.AgentHangsUp("anna").Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing));
        _desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        Returns(HangupCause.NormalClearing);
        _desk.Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing));
    }

    [Fact]
    public void Where_it_was_the_caller_who_was_lost_the_call_is_over_and_the_agent_has_a_wrap_up()
    {
        Talk();
        Dies("anna", new("RECOVERY_ON_TIMER_EXPIRE"));
        _desk.Do(new Event.CallEnded(_desk.Now, Desk.Call("caller"), HangupCause.RecoveryOnTimerExpire, HungUpBy.Party));
        _desk.History.Last().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.Answered && entry.HungUpBy == EndedBy.Caller);
        _desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void Who_never_comes_is_given_up_after_a_minute_and_nobody_is_stuck()
    {
        Talk();
        Dies("anna", MediaTimeout);
        _desk.Pass(59.9).Agent("anna").Should().BeOfType<AgentState.Talking>();
        _desk.Pass(0.1).Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing));
        _desk.HangsUp("caller").History.Last().Journey.Should().Contain(step => step.What == JourneyEvent.PhoneLost);
        _desk.Pass(3_600).Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void The_journey_is_of_one_call_with_two_conversations()
    {
        Lose();
        _desk.Talks("boris").Pass(30).HangsUp("caller");
        var entry = _desk.History.Last();
        entry.Journey.Select(step => (step.What, step.Agent)).Where(step => step.What is JourneyEvent.Connected or JourneyEvent.PhoneLost or JourneyEvent.BackInQueue)
            .Should().Equal((JourneyEvent.Connected, "anna"), (JourneyEvent.PhoneLost, "anna"), (JourneyEvent.BackInQueue, "anna"), (JourneyEvent.Connected, "boris"));
        (entry.Result, entry.Agent, entry.Recording).Should().Be((CallResult.Answered, "boris", _desk.AllEffects.OfType<Effect.Connect>().First().RecordTo));
        _desk.AllEffects.OfType<Effect.Connect>().Last().RecordTo.Should().BeNull("the recording goes on: it has both conversations");
    }

    [Fact]
    public void A_service_killed_in_between_takes_the_caller_up_by_what_the_call_says()
    {
        Talk();
        _desk.Restart();
        Returns(MediaTimeout);
        _desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
        _desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void A_service_killed_in_between_keeps_the_place_from_the_survey_on_before_the_caller_is_there()
    {
        Talk();
        _desk.Joins("later").Restart().Survey(Desk.Live(Desk.Call("caller")) with { TalkEnded = MediaTimeout }, Desk.Live(Desk.Call("later"))).Arrives("later");
        _desk.CallerOf("boris").Should().BeNull("the first is expected");
        Returns(MediaTimeout);
        _desk.CallerOf("boris").Should().Be("caller");
        _desk.State.Repairs.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(Repair.LostPhone, 1L));
    }

    [Fact]
    public void A_service_killed_in_the_first_seconds_of_the_conversation_keeps_the_place_too()
    {
        _desk.Joins("caller").Talks("anna").Pass(2);
        _desk.Joins("later").Restart().Survey(Desk.Live(Desk.Call("caller")) with { TalkEnded = MediaTimeout }, Desk.Live(Desk.Call("later")));
        _desk.AllEffects.OfType<Effect.HangUp>().Should().NotContain(end => end.Call == Desk.Call("caller"));
        Returns(MediaTimeout);
        _desk.CallerOf("boris").Should().Be("caller");
        _desk.State.Repairs.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(Repair.LostPhone, 1L));
    }

    [Fact]
    public void A_loss_that_nobody_heard_gives_the_caller_a_moment_to_come()
    {
        Talk();
        Dies("anna", new("UNKNOWN"));
        _desk.Effects.OfType<Effect.HangUp>().Should().BeEmpty("whether the phone was lost the caller's call will say");
        _desk.Pass(4);
        Returns(MediaTimeout);
        _desk.CallerOf("boris").Should().Be("caller");
        _desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void Who_does_not_come_then_is_hung_up_and_no_loss_is_told()
    {
        Talk();
        Dies("anna", new("UNKNOWN"));
        _desk.Pass(4.9).Agent("anna").Should().BeOfType<AgentState.Talking>();
        _desk.Pass(0.1).Effects.Should().Contain(new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing));
        _desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        _desk.HangsUp("caller").History.Last().Journey.Should().NotContain(step => step.What == JourneyEvent.PhoneLost);
    }

    [Theory]
    [InlineData("survey", null)]
    [InlineData(null, "NORMAL_CLEARING")]
    public void Who_comes_then_after_a_hang_up_goes_on_as_after_a_hang_up(string? step, string? cause)
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales with { AfterTalk = step }], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")], Steps = ["survey"] });
        desk.Joins("caller").Talks("anna").Pass(20);
        desk.Do(new Event.CallEnded(desk.Now, desk.OfferOf("anna").Leg, new("UNKNOWN"), HungUpBy.Unknown));
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("caller"), "+7 916 caller", "caller", "1000", desk.Now) { TalkEnded = HangupCause.Read(cause) });
        desk.Effects.Should().Contain(step is null
            ? new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing)
            : new Effect.TakeStep(Desk.Call("caller"), step));
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void Nobody_has_hung_up_when_a_number_outside_is_lost()
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales], Agents = [Desk.Serving("anna", "sales")], LineOut = "line/{number}" });
        desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Number, "5551")).Arrives("caller");
        var guest = desk.State.Guests.Keys.Single();
        desk.Do(new Event.OfferAnswered(desk.Now, guest)).Do(new Event.Connected(desk.Now, guest, Desk.Call("caller"))).Pass(20);
        desk.Do(new Event.CallEnded(desk.Now, desk.State.Guests[guest].Leg, HangupCause.RecoveryOnTimerExpire, HungUpBy.Peer));
        desk.Effects.OfType<Effect.HangUp>().Should().Contain(end => end.Call == Desk.Call("caller"), "it cannot go back: who transferred it has gone");
        desk.Do(new Event.CallEnded(desk.Now, Desk.Call("caller"), HangupCause.NormalClearing, HungUpBy.Service)).History.Last()
            .Should().Match<HistoryEntry>(entry => entry.Result == CallResult.Answered && entry.HungUpBy == EndedBy.Unknown);
    }

    [Fact]
    public void A_service_killed_after_the_loss_was_heard_waits_for_the_caller()
    {
        Talk();
        Dies("anna", MediaTimeout);
        _desk.Pass(59).Restart().Pass(50).Survey(Desk.Live(Desk.Call("caller")));
        _desk.AllEffects.OfType<Effect.HangUp>().Should().NotContain(end => end.Call == Desk.Call("caller"));
        _desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
    }

    [Fact]
    public void A_caller_on_hold_is_in_the_queue_again_as_well()
    {
        Talk();
        _desk.Do(new Event.HoldAsked(_desk.Now, Desk.Call("caller"), "anna")).Arrives("caller");
        Dies("anna", MediaTimeout);
        _desk.CallerOf("boris").Should().Be("caller");
        _desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void One_who_was_put_on_hold_in_that_very_moment_is_not_left_there()
    {
        Talk();
        Dies("anna", MediaTimeout);
        _desk.Do(new Event.HoldAsked(_desk.Now, Desk.Call("caller"), "anna"));
        Returns(MediaTimeout);
        _desk.CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void A_queue_with_a_step_after_the_conversation_takes_it_only_after_a_hang_up()
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales with { AfterTalk = "survey" }], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")], Steps = ["survey"] });
        desk.Joins("caller").Talks("anna").Pass(20);
        desk.Do(new Event.CallEnded(desk.Now, desk.OfferOf("anna").Leg, MediaTimeout, HungUpBy.Unknown)).Do(Return(desk, MediaTimeout));
        desk.CallerOf("boris").Should().Be("caller");
    }

    [Theory]
    [InlineData("next")]
    [InlineData(null)]
    public void Of_a_call_to_one_operator_it_goes_on_as_if_nobody_had_answered(string? otherwise)
    {
        var queue = OperatorQueues.NameOf("anna");
        var desk = new Desk(new Configuration { Queues = [new QueueSettings { Name = queue }], Agents = [Desk.Serving("anna", queue)], Steps = ["next"] });
        desk.Arrives("caller").Do(new Event.Joined(desk.Now, Desk.Call("caller"), queue, Otherwise: otherwise)).Talks("anna").Pass(20);
        desk.Do(new Event.CallEnded(desk.Now, desk.OfferOf("anna").Leg, MediaTimeout, HungUpBy.Unknown)).Do(Return(desk, MediaTimeout));
        desk.Effects.Should().Contain(otherwise is null
            ? new Effect.HangUp(Desk.Call("caller"), HangupCause.NormalClearing)
            : new Effect.TakeStep(Desk.Call("caller"), otherwise));
        desk.HangsUp("caller").History.Last().Result.Should().Be(CallResult.Answered);
    }

    [Fact]
    public void An_agent_the_caller_was_transferred_to_is_lost_like_any_other_and_a_number_outside_is_not()
    {
        var desk = new Desk(new Configuration { Queues = [Desk.Sales], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")], LineOut = "line/{number}" });
        desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Agent, "boris")).Arrives("caller");
        desk.Do(new Event.OfferAnswered(desk.Now, desk.State.Guests.Keys.Single())).Do(new Event.Connected(desk.Now, desk.State.Guests.Keys.Single(), Desk.Call("caller"))).Pass(20);
        desk.AllEffects.OfType<Effect.Connect>().Last().OutlivesPhone.Should().BeTrue();
        desk.Do(new Event.CallEnded(desk.Now, desk.OfferOf("boris").Leg, MediaTimeout, HungUpBy.Unknown)).Do(Return(desk, MediaTimeout));
        desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();

        desk.Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Number, "5551")).Arrives("caller");
        desk.Do(new Event.OfferAnswered(desk.Now, desk.State.Guests.Keys.Single()));
        desk.AllEffects.OfType<Effect.Connect>().Last().OutlivesPhone.Should().BeFalse();
    }

    static Event.CallArrived Return(Desk desk, HangupCause cause) =>
        new(desk.Now, Desk.Call("caller"), "+7 916 caller", "caller", "1000", desk.Now) { TalkEnded = cause };

    void Talk()
    {
        _desk.Joins("caller").Talks("anna");
        _desk.Pass(20);
    }

    void Lose()
    {
        Talk();
        Dies("anna", MediaTimeout);
        Returns(MediaTimeout);
    }

    void Dies(string agent, HangupCause cause) => _desk.Do(new Event.CallEnded(_desk.Now, _desk.OfferOf(agent).Leg, cause, HungUpBy.Peer));

    void Returns(HangupCause cause) => _desk.Do(Return(_desk, cause));
}
