using FluentAssertions;
using Web3Tel.Simulator.People;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>Two legs in conversation, how it ends, and what outlives what.</summary>
public sealed class ConversationTests : IDisposable
{
    const string Leg = "11111111-2222-3333-4444-555555555555";

    readonly Bench bench = new(new()
    {
        Dialplan = _ =>
        [
            new("set", "socket_resume=true"), new("socket", "127.0.0.1:8084 async full"), new("playback", "local_stream://sorry"),
        ],
    });

    readonly IDisposable service;

    public ConversationTests() => service = bench.Serve();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void An_announcement_never_delays_a_conversation()
    {
        var (caller, _) = Waiting();
        Bench.Execute(bench.Call, "playback", "local_stream://moh");
        Bench.Execute(bench.Call, "playback", "long-announcement.wav");
        bench.Run(0.5);

        Bridge();
        bench.Run(0.06);

        caller.IsTalking.Should().BeTrue();
    }

    [Fact]
    public void A_conversation_is_seen_in_show_channels_with_both_legs()
    {
        Waiting();
        Bridge();
        bench.Run(0.1);

        var shown = bench.Api("show channels as json");

        shown.Should().Contain("\"row_count\":2").And.Contain("\"application\":\"uuid_bridge\"").And.Contain(Leg);
        System.Text.Json.JsonDocument.Parse(shown).RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => row.GetProperty("call_uuid").GetString()).Should().AllBe(bench.Call.Uuid);
    }

    [Fact]
    public void When_the_operator_hangs_up_the_caller_goes_on_in_the_dialplan()
    {
        var (caller, agent) = Talking();

        agent.HangsUp();
        bench.Run(0.1);

        caller.IsTalking.Should().BeFalse();
        caller.IsOver.Should().BeFalse();
        caller.Variable("current_application_data").Should().Be("local_stream://sorry");
    }

    [Fact]
    public void When_the_operator_hangs_up_the_caller_goes_too_if_that_was_asked_for()
    {
        var (caller, agent) = Talking();
        bench.Api($"uuid_setvar {bench.Call.Uuid} hangup_after_bridge true");

        agent.HangsUp();
        bench.Run(0.1);

        caller.HangupCause.Should().Be("NORMAL_CLEARING");
    }

    [Fact]
    public void When_the_caller_hangs_up_the_operator_is_free()
    {
        var (caller, agent) = Talking();

        caller.HangsUp();
        bench.Run(0.1);

        agent.IsBusy.Should().BeFalse();
        bench.FreeSwitch.CallCount.Should().Be(1, "the lingering connection still holds the caller's channel");
        bench.Run(10);
        bench.FreeSwitch.CallCount.Should().Be(0);
    }

    [Fact]
    public void A_conversation_lives_through_the_death_of_the_service_when_socket_resume_is_false()
    {
        var (caller, _) = Talking();

        service.Dispose();
        bench.Service.Cut();
        bench.Run(60);

        caller.IsTalking.Should().BeTrue();
    }

    [Fact]
    public void A_conversation_is_cut_by_the_death_of_the_service_when_socket_resume_is_true()
    {
        var (caller, agent) = Talking();
        bench.Api($"uuid_setvar {bench.Call.Uuid} socket_resume true");

        service.Dispose();
        bench.Service.Cut();
        bench.Run(0.1);

        caller.IsTalking.Should().BeFalse();
        caller.IsOver.Should().BeFalse();
        agent.IsBusy.Should().BeFalse();
    }

    [Fact]
    public void A_caller_in_conversation_can_be_given_to_another_operator()
    {
        var (caller, first) = Talking();
        var second = bench.FreeSwitch.Operator("1002").Answers(TimeSpan.Zero);
        bench.Api("originate {origination_uuid=66666666-2222-3333-4444-555555555555}user/1002 &park()");
        bench.Run(0.1);

        bench.Api($"uuid_bridge {bench.Call.Uuid} 66666666-2222-3333-4444-555555555555");
        bench.Run(0.1);

        first.IsBusy.Should().BeFalse();
        second.IsTalking.Should().BeTrue();
        caller.IsTalking.Should().BeTrue();
    }

    [Fact]
    public void Keys_pressed_in_conversation_are_heard_of()
    {
        var (caller, _) = Talking();
        var seen = Bench.Watch(bench.Call);

        caller.Presses("7");
        bench.Run(0.1);

        seen.Should().Equal("DTMF");
    }

    [Fact]
    public void A_leg_that_is_gone_cannot_be_bridged()
    {
        Waiting();

        bench.Api($"uuid_bridge {bench.Call.Uuid} 99999999-2222-3333-4444-555555555555").Should().Be("-ERR Invalid uuid");
    }

    [Fact]
    public void A_caller_who_hangs_up_on_the_way_into_the_conversation_leaves_the_operator_free()
    {
        var (caller, agent) = Waiting();

        Bridge();
        bench.Run(0.005);
        caller.HangsUp();
        bench.Run(1);

        agent.IsBusy.Should().BeFalse();
        caller.IsOver.Should().BeTrue();
    }

    [Fact]
    public void An_operator_who_hangs_up_on_the_way_into_the_conversation_ends_the_call_as_FreeSWITCH_does()
    {
        var (caller, agent) = Waiting();

        Bridge();
        bench.Run(0.005);
        agent.HangsUp();
        bench.Run(1);

        caller.HangupCause.Should().Be("DESTINATION_OUT_OF_ORDER");
    }

    (SimulatedCaller, SimulatedOperator) Talking()
    {
        var people = Waiting();
        bench.Api($"uuid_setvar {bench.Call.Uuid} socket_resume false");
        Bridge();
        bench.Run(0.1);
        people.Item1.IsTalking.Should().BeTrue();
        return people;
    }

    (SimulatedCaller Caller, SimulatedOperator Agent) Waiting()
    {
        var agent = bench.FreeSwitch.Operator("1001").Answers(TimeSpan.Zero);
        var caller = bench.FreeSwitch.Call("1234");
        bench.Run(0.1);
        Bench.Execute(bench.Call, "answer");
        bench.Api($"originate {{origination_uuid={Leg}}}user/1001 &park()");
        bench.Run(0.1);
        return (caller, agent);
    }

    void Bridge() => bench.Api($"uuid_bridge {bench.Call.Uuid} {Leg}").Should().Be($"+OK {Leg}");
}
