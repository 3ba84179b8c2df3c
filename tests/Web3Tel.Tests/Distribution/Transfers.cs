using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Transfers
{
    [Fact]
    public void To_an_agent_the_first_is_in_wrap_up_at_once_and_the_second_has_the_caller()
    {
        var desk = Talking().Transfers(TransferKind.Agent, "boris");
        desk.Effects.OfType<Effect.Part>().Should().ContainSingle().Which.Keep.Should().Be(TimeSpan.Zero);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Agent("boris").Should().BeOfType<AgentState.Offered>();
        desk.Arrives("caller").Effects.OfType<Effect.Hold>().Should().ContainSingle();
        desk.GuestAnswers().Effects.OfType<Effect.Connect>().Single().Call.Should().Be(Caller);
        desk.GuestConnects().CallerOf("boris").Should().Be("caller");
        desk.Agent("boris").Should().BeOfType<AgentState.Talking>();
        desk.State.Guests.Should().BeEmpty();
        desk.Pass(5).AgentHangsUp("boris").HangsUp("caller");
        var entry = desk.History.Last(entry => entry.Id == "caller");
        (entry.Agent, entry.Result).Should().Be(("boris", CallResult.Answered));
    }

    [Fact]
    public void A_guest_who_answers_before_the_caller_has_reached_us_waits_that_moment()
    {
        var desk = Talking().Transfers(TransferKind.Agent, "boris").GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Should().BeEmpty();
        desk.Arrives("caller").Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(OfferOutcome.Rejected, RestReason.Rejected)]
    [InlineData(OfferOutcome.NoAnswer, RestReason.NoAnswer)]
    [InlineData(OfferOutcome.Busy, RestReason.Busy)]
    public void When_the_agent_cannot_be_had_the_caller_is_the_first_in_the_queue_again(OfferOutcome outcome, RestReason rests)
    {
        var desk = Talking().Transfers(TransferKind.Agent, "clara").Arrives("caller");
        desk.Do(new Event.OfferFailed(desk.Now, desk.State.Guests.Keys.Single(), outcome));
        desk.Agent("clara").Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(rests);
        desk.Effects.Should().Contain(new Effect.Receive(Caller));
        desk.CallerOf("boris").Should().Be("caller", "who is ready gets the caller at once");
        desk.Joins("later").Position("caller").Should().Be(1);
    }

    [Fact]
    public void A_caller_who_hangs_up_on_the_way_stops_the_ringing_and_the_agent_keeps_the_turn()
    {
        var desk = Talking().Transfers(TransferKind.Agent, "boris").Arrives("caller");
        var guest = desk.State.Guests.Keys.Single();
        desk.HangsUp("caller").Effects.Should().Contain(new Effect.Withdraw(guest));
        desk.Agent("boris").Should().Be(new AgentState.Ready(Desk.Opening));
        desk.History.Single().Result.Should().Be(CallResult.Answered);
        desk.State.Guests.Should().BeEmpty();
        desk.State.Legs.Should().BeEmpty();
    }

    [Fact]
    public void When_the_phone_never_says_anything_the_transfer_ends_by_its_deadline()
    {
        var desk = Talking().Transfers(TransferKind.Agent, "boris").Arrives("caller").Pass(31);
        desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
        desk.State.Guests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void To_a_queue_the_time_waited_is_kept_or_not_as_that_queue_says(bool anew)
    {
        var service = new QueueSettings { Name = "service", TransfersJoinAnew = anew };
        var desk = new Desk(new Configuration { Queues = [Desk.Sales, service], Agents = [Desk.Serving("anna", "sales")] });
        desk.Joins("caller").Talks("anna").Joins("other", "service").Transfers(TransferKind.Queue, "service").Arrives("caller");
        desk.Caller("caller").Queue.Should().Be("service");
        desk.Position("caller").Should().Be(anew ? 2 : 1);
        desk.Effects.Should().Contain(new Effect.Receive(Caller));
    }

    [Fact]
    public void To_a_queue_the_caller_has_its_limits_like_whoever_joins_it()
    {
        var service = new QueueSettings { Name = "service", MaxWaitWithNoAgent = TimeSpan.FromSeconds(30) };
        var desk = new Desk(new Configuration { Queues = [Desk.Sales, service], Agents = [Desk.Serving("anna", "sales")] });
        desk.Joins("caller").Talks("anna").Transfers(TransferKind.Queue, "service").Arrives("caller").Pass(29);
        desk.Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
        desk.Pass(1).Caller("caller").State.Should().BeOfType<CallerState.Leaving>("nobody is at work for that queue");
    }

    [Fact]
    public void Tell_nothing_about_the_wait_that_was_foretold_before_the_first_conversation()
    {
        var desk = Talking().Pass(50).HangsUp("caller").Pass(60);
        desk.Joins("caller").Talks("boris");
        var before = desk.State.Queues["sales"].Pace.Foretold;
        desk.Transfers(TransferKind.Agent, "clara").Arrives("caller").GuestAnswers().GuestConnects();
        desk.Agent("clara").Should().BeOfType<AgentState.Talking>();
        desk.State.Queues["sales"].Pace.Foretold.Should().Be(before);
    }

    [Fact]
    public void An_agent_whose_phone_is_away_is_not_called_in()
    {
        var desk = Talking();
        desk.Do(new Event.DeviceChanged(desk.Now, "boris", DeviceState.Unregistered));
        TalkCommand.Refusal(desk.State, new Event.TransferAsked(desk.Now, Caller, TransferKind.Agent, "boris")).Should().Contain("the phone is away");
        desk.Transfers(TransferKind.Agent, "boris").Effects.Should().BeEmpty();
    }

    [Fact]
    public void An_agent_called_in_who_does_not_answer_again_and_again_is_put_on_break_like_any_other()
    {
        var open = TalkingDesk.Open().State.Configuration;
        var desk = new Desk(open with { MostUnanswered = 1 }).Joins("caller").Talks("anna");
        desk.Transfers(TransferKind.Agent, "clara").Arrives("caller");
        desk.Do(new Event.OfferFailed(desk.Now, desk.State.Guests.Keys.Single(), OfferOutcome.NoAnswer));
        desk.Agent("clara").Should().BeOfType<AgentState.Break>();
    }

    [Fact]
    public void To_a_number_outside_the_conversation_has_no_agent_and_ends_with_either()
    {
        var desk = Talking().Transfers(TransferKind.Number, "+74951234567").Arrives("caller");
        desk.AllEffects.OfType<Effect.Invite>().Single().Dial.Destination.Should().Be("sofia/gateway/out/+74951234567");
        desk.GuestAnswers().GuestConnects().Caller("caller").State.Should().BeOfType<CallerState.Outside>();
        var leg = desk.State.Guests.Values.Single().Leg;
        desk.Pass(20).HangsUp("caller").Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.History.Single().TalkedSeconds.Should().Be(20);
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void When_the_one_outside_hangs_up_the_caller_is_hung_up()
    {
        var desk = Talking().Transfers(TransferKind.Number, "100").Arrives("caller").GuestAnswers().GuestConnects();
        desk.Do(new Event.CallEnded(desk.Now, desk.State.Guests.Values.Single().Leg, HangupCause.NormalClearing, HungUpBy.Party));
        desk.Caller("caller").State.Should().BeOfType<CallerState.Leaving>();
    }

    [Fact]
    public void A_conversation_outside_lives_through_a_restart_and_its_end_is_found()
    {
        var desk = Talking().Transfers(TransferKind.Number, "100").Arrives("caller").GuestAnswers().GuestConnects();
        var leg = desk.State.Guests.Values.Single().Leg;
        desk.Pass(10).Restart().Survey(Desk.Live(leg, Caller), Desk.Live(Caller, leg)).Effects.OfType<Effect.Follow>().Should().HaveCount(2);
        desk.Pass(10).Restart().Survey();
        desk.State.Callers.Should().BeEmpty();
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void After_a_restart_on_the_way_the_caller_is_the_first_in_the_queue_and_the_agent_is_free()
    {
        var desk = Talking().Transfers(TransferKind.Agent, "boris").Arrives("caller");
        var leg = desk.State.Guests.Values.Single().Leg;
        desk.Restart().Survey(Desk.Live(leg), Desk.Live(Caller));
        desk.AllEffects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Arrives("caller").Caller("caller").State.Should().BeOfType<CallerState.Waiting>();
        desk.CallerOf("boris").Should().Be("caller", "boris is ready again, and anna in wrap-up");
    }

    [Theory]
    [InlineData(TransferKind.Agent, "nobody", "no operator 'nobody'")]
    [InlineData(TransferKind.Agent, "anna", "has the caller already")]
    [InlineData(TransferKind.Queue, "none", "no queue 'none'")]
    [InlineData(TransferKind.Number, "12;hangup", "is no number")]
    [InlineData(TransferKind.Number, "", "is no number")]
    public void What_cannot_be_is_refused_with_what_is_wrong(TransferKind kind, string to, string why)
    {
        var desk = Talking();
        TalkCommand.Refusal(desk.State, new Event.TransferAsked(desk.Now, Caller, kind, to)).Should().Contain(why);
        desk.Transfers(kind, to).Effects.Should().BeEmpty();
    }

    [Fact]
    public void Without_a_line_out_there_are_no_numbers()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        TalkCommand.Refusal(desk.State, new Event.TransferAsked(desk.Now, Caller, TransferKind.Number, "100")).Should().Contain("LineOut");
    }

    static CallRef Caller => Desk.Call("caller");

    static Desk Talking() => TalkingDesk.Open().Joins("caller").Talks("anna");
}
