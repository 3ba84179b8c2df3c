using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Phones;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Operators who call numbers outside, over the wire with a simulated FreeSWITCH, behind whose gateway others have telephones.</summary>
public sealed class OutgoingCallsTests
{
    const string Other = "79160000001";

    [Fact]
    public void An_operator_dials_and_both_talk_and_are_recorded()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(4));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(3);
        phone.IsTalking.Should().BeFalse();
        spine.Center.Current.OutgoingCalls.Values.Single().State.Should().Be(OutgoingState.Dialling);
        spine.Run(5);
        phone.IsTalking.Should().BeTrue();
        other.IsTalking.Should().BeTrue();
        spine.Run(30);
        phone.HangsUp();
        spine.Run(2);
        other.IsTalking.Should().BeFalse();
        var call = spine.History.Single();
        call.Should().Match<HistoryEntry>(entry => entry.Direction == CallDirection.Outgoing && entry.Agent == "op1" && entry.Dialled == Other
            && entry.Number == "+74950000000" && entry.Result == CallResult.Answered && entry.HungUpBy == EndedBy.Agent && entry.TalkedSeconds > 29);
        call.Recording.Should().Contain($"-{Other}-op1-");
        IsIdle(spine);
    }

    [Fact]
    public void Who_was_called_hangs_up_first()
    {
        using var spine = Open();
        spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(1)).Talks(TimeSpan.FromSeconds(20));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(30);
        phone.IsOver.Should().BeTrue();
        spine.History.Single().HungUpBy.Should().Be(EndedBy.Caller);
        IsIdle(spine);
    }

    [Fact]
    public void A_number_that_is_busy_is_told_and_the_call_ends()
    {
        using var spine = Open();
        spine.FreeSwitch.Operator(Other).SaysBusy();
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(15);
        phone.IsOver.Should().BeTrue();
        spine.History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.NotReached && entry.Cause == HangupCause.UserBusy);
        IsIdle(spine);
    }

    [Fact]
    public void A_number_that_does_not_answer_stops_ringing()
    {
        using var spine = new Spine(outgoing: new OutgoingSettings { RingTime = TimeSpan.FromSeconds(10) });
        var other = spine.FreeSwitch.Operator(Other).NeverAnswers();
        spine.Operator(1).Dials("9" + Other);
        spine.Run(30);
        other.IsBusy.Should().BeFalse();
        spine.History.Single().Cause.Should().Be(HangupCause.NoAnswer);
        IsIdle(spine);
    }

    [Fact]
    public void A_number_nobody_has_and_one_that_is_refused()
    {
        using var spine = Open(outgoing => outgoing with { Blocked = ["0"] });
        spine.Operator(1).Dials("9123456");
        spine.Run(15);
        spine.Operator(2).Dials("90123456");
        spine.Run(15);
        spine.History.Select(entry => entry.Result).Should().Equal(CallResult.NotReached, CallResult.Refused);
        IsIdle(spine);
    }

    [Fact]
    public void The_operator_hangs_up_at_any_moment_and_nobody_is_left_on_the_line()
    {
        foreach (var after in new[] { 0.001, 0.02, 0.05, 0.5, 3.9, 4.0, 4.02, 4.03, 4.05, 4.07, 4.1, 4.2, 10 })
        {
            using var spine = Open();
            var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(4));
            var phone = spine.Operator(1).Dials("9" + Other);
            spine.Run(after);
            phone.HangsUp();
            spine.Run(15);
            other.IsBusy.Should().BeFalse($"hung up after {after} s");
            spine.History.Should().HaveCountLessThanOrEqualTo(1);
            IsIdle(spine);
        }
    }

    [Fact]
    public void A_call_that_was_asked_for_rings_the_operator_and_then_the_number()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(3));
        spine.Operator(1).Answers(TimeSpan.FromSeconds(2));
        spine.Center.Post(at => new Event.CallAsked(at, "op1", Other, By: "crm"));
        spine.Run(3);
        other.IsBusy.Should().BeTrue();
        spine.Run(10);
        other.IsTalking.Should().BeTrue();
        spine.Operator(1).IsTalking.Should().BeTrue();
        spine.Operator(1).HangsUp();
        spine.Run(2);
        other.IsBusy.Should().BeFalse();
        spine.History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.Answered && entry.Recording != null && entry.HungUpBy == EndedBy.Agent);
        IsIdle(spine);
    }

    [Fact]
    public void Who_is_asked_to_call_hears_that_the_number_is_busy()
    {
        using var spine = Open();
        spine.FreeSwitch.Operator(Other).SaysBusy();
        spine.Operator(1).Answers(TimeSpan.FromSeconds(2));
        spine.Center.Post(at => new Event.CallAsked(at, "op1", Other, By: "crm"));
        spine.Run(20);
        spine.Operator(1).IsBusy.Should().BeFalse();
        spine.History.Single().Result.Should().Be(CallResult.NotReached);
        IsIdle(spine);
    }

    [Fact]
    public void Both_at_any_moment_of_a_call_that_was_asked_for()
    {
        foreach (var after in new[] { 0.01, 1, 1.99, 2.01, 2.03, 2.1, 4.9, 5.0, 5.02, 5.03, 5.05, 5.08, 5.1, 5.3, 12 })
        {
            foreach (var operatorFirst in new[] { true, false })
            {
                using var spine = Open();
                var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(3));
                spine.Operator(1).Answers(TimeSpan.FromSeconds(2));
                spine.Center.Post(at => new Event.CallAsked(at, "op1", Other, By: "crm"));
                spine.Run(after);
                (operatorFirst ? spine.Operator(1) : other).HangsUp();
                spine.Run(80);
                if (spine.Operator(1).IsTalking)
                {
                    // Nobody was there to hang up yet.
                    other.HangsUp();
                    spine.Run(15);
                }

                (other.IsBusy || spine.Operator(1).IsBusy).Should().BeFalse($"after {after} s, operator first: {operatorFirst}");
                spine.History.Should().ContainSingle();
                IsIdle(spine);
            }
        }
    }

    [Fact]
    public void A_conversation_lives_through_the_death_of_the_service_and_ends_in_the_history()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(1));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(20);
        spine.Kill().Run(10);
        phone.IsTalking.Should().BeTrue();
        spine.Live().Run(5);
        spine.Center.Current.OutgoingCalls.Values.Single().State.Should().Be(OutgoingState.Talking);
        phone.HangsUp();
        spine.Run(2);
        other.IsBusy.Should().BeFalse();
        spine.History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.Answered && entry.TalkedSeconds > 30 && entry.Recording != null);
        IsIdle(spine);
    }

    [Fact]
    public void A_conversation_that_ends_while_the_service_is_away_is_over_when_it_is_back()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(1));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(20);
        spine.Kill().Run(1);
        phone.HangsUp();
        spine.Run(5);
        other.IsBusy.Should().BeFalse("nobody needs the service for that");
        spine.Live().Run(5);
        spine.History.Single().Result.Should().Be(CallResult.Answered);
        IsIdle(spine);
    }

    [Fact]
    public void Whoever_dials_while_the_service_dies_is_put_through_when_it_is_back_at_once()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(6));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(2);
        spine.Kill().Live().Run(20);
        phone.IsTalking.Should().BeTrue();
        other.IsTalking.Should().BeTrue();
        phone.HangsUp();
        spine.Run(2);
        spine.History.Single().Journey.Select(step => step.What).Should().Contain([JourneyEvent.LostSight, JourneyEvent.CameBack, JourneyEvent.Connected]);
        IsIdle(spine);
    }

    [Fact]
    public void A_transfer_to_a_queue_brings_who_was_called_to_another_operator()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(1));
        spine.Operator(2).Answers(TimeSpan.FromSeconds(2));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(10);
        var call = spine.Center.Current.OutgoingCalls.Values.Single().Call;
        spine.Center.Post(at => new Event.TransferAsked(at, call, TransferKind.Queue, "sales", "op1"));
        spine.Operator(1).NeverAnswers();
        spine.Run(1);
        phone.IsOver.Should().BeTrue();
        spine.Run(40);
        spine.Operator(2).IsTalking.Should().BeTrue();
        other.IsTalking.Should().BeTrue();
        other.HangsUp();
        spine.Run(10);
        spine.History.Select(entry => (entry.Agent, entry.Direction)).Should().Equal(("op1", CallDirection.Outgoing), ("op2", CallDirection.Outgoing));
        IsIdle(spine);
    }

    [Fact]
    public void So_does_one_of_a_call_that_was_asked_for_and_the_operators_phone_is_free()
    {
        using var spine = Open();
        var other = spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(1));
        spine.Operator(1).Answers(TimeSpan.FromSeconds(1));
        spine.Operator(2).Answers(TimeSpan.FromSeconds(2));
        spine.Center.Post(at => new Event.CallAsked(at, "op1", Other, By: "crm"));
        spine.Run(10);
        var call = spine.Center.Current.OutgoingCalls.Values.Single().Call;
        spine.Center.Post(at => new Event.TransferAsked(at, call, TransferKind.Agent, "op2", "op1"));
        spine.Run(1);
        spine.Operator(1).IsBusy.Should().BeFalse();
        spine.Run(20);
        spine.Operator(2).IsTalking.Should().BeTrue();
        other.IsTalking.Should().BeTrue();
        other.HangsUp();
        spine.Run(10);
        spine.History.Select(entry => (entry.Agent, entry.HungUpBy)).Should().Equal(("op1", EndedBy.Agent), ("op2", EndedBy.Caller));
        IsIdle(spine);
    }

    [Fact]
    public void A_supervisor_listens_and_the_listening_ends_with_the_conversation()
    {
        using var spine = Open();
        spine.FreeSwitch.Operator(Other).Answers(TimeSpan.FromSeconds(1));
        spine.Operator(2).Answers(TimeSpan.FromSeconds(1));
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(5);
        var call = spine.Center.Current.OutgoingCalls.Values.Single().Call;
        spine.Center.Post(at => new Event.ListenAsked(at, call, "op2", ListenMode.Listen, "olga"));
        spine.Run(5);
        spine.Operator(2).IsBusy.Should().BeTrue();
        phone.HangsUp();
        spine.Run(2);
        spine.Operator(2).IsBusy.Should().BeFalse();
    }

    [Fact]
    public void A_telephone_that_is_no_operators_calls_nobody_outside()
    {
        using var spine = new Spine(serviceNumbers: center => new ServicePhone(center, new PhoneSettings(), _ => { }).FlowOf);
        var other = spine.FreeSwitch.Operator(Other);
        var phone = spine.FreeSwitch.Operator("1099").Dials("9" + Other);
        spine.Run(15);
        phone.IsOver.Should().BeTrue();
        other.Rung.Should().Be(0);
        spine.History.Should().BeEmpty();
    }

    [Fact]
    public void While_the_service_is_away_the_call_goes_out_all_the_same_and_the_operator_is_busy_when_it_is_back()
    {
        using var spine = Open();
        spine.Kill().Run(5);
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(2);
        spine.Live().Run(5);
        phone.IsOver.Should().BeFalse();
        spine.Center.Current.Agents["op1"].Outside.Should().NotBeNull();
    }

    static Spine Open(Func<OutgoingSettings, OutgoingSettings>? outgoing = null)
    {
        var settings = new OutgoingSettings { Shown = "+74950000000" };
        return new Spine(outgoing: outgoing?.Invoke(settings) ?? settings);
    }

    static void IsIdle(Spine spine)
    {
        spine.Run(1);
        spine.Faults.Should().BeEmpty();
        spine.Center.Current.OutgoingCalls.Should().BeEmpty();
        spine.Center.Current.Legs.Should().BeEmpty();
        spine.Center.Current.Agents.Values.Should().OnlyContain(agent => agent.IsAvailable || agent.State is Agents.AgentState.WrapUp);
    }
}
