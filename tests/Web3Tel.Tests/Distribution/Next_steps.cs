using System.Text.Json;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Callers who leave a queue for a named step or a number outside.</summary>
public sealed class Next_steps
{
    static readonly NextStep Voicemail = new NextStep.Named("voicemail");

    [Fact]
    public void A_limit_leads_to_a_named_step_and_the_history_tells_it()
    {
        var desk = Open(Desk.Sales with { MaxWait = 60.Seconds(), WhenTooLong = Voicemail }).Joins("a").Pass(60);
        desk.AllEffects.Should().Contain(new Effect.TakeStep(Desk.Call("a"), "voicemail"));
        desk.State.Queues["sales"].Line.Should().BeEmpty();
        desk.Pass(25).HangsUp("a").History.Single().Should().Match<HistoryEntry>(call =>
            call.Result == CallResult.SentOn && call.WaitedSeconds == 60 && call.Queue == "sales" && call.HungUpBy == EndedBy.Caller);
        desk.History.Single().Journey.Should().Contain(step => step.What == JourneyEvent.SentOn && step.Detail == "step voicemail");
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void A_caller_who_finds_the_queue_full_has_the_step_without_having_waited()
    {
        var desk = Open(Desk.Sales with { MaxLength = 1, WhenFull = Voicemail }).Joins("a").Joins("b");
        desk.Effects.Should().Contain(new Effect.TakeStep(Desk.Call("b"), "voicemail"));
        desk.Pass(20).HangsUp("b").History.Single().Should().Match<HistoryEntry>(call => call.Joined == null && call.WaitedSeconds == 0 && call.Result == CallResult.SentOn);
    }

    [Fact]
    public void When_the_step_ends_so_does_the_call()
    {
        var desk = Sent();
        desk.Do(new Event.FlowEnded(desk.Now, Desk.Call("a"), null)).Effects.Should().Contain(new Effect.HangUp(Desk.Call("a"), HangupCause.NormalClearing));
        desk.HangsUp("a").History.Single().Result.Should().Be(CallResult.SentOn);
        desk = Sent();
        desk.Do(new Event.FlowEnded(desk.Now, Desk.Call("a"), "no disk")).HangsUp("a").History.Single().Result.Should().Be(CallResult.Failed);
    }

    [Fact]
    public void Who_joins_again_from_a_step_has_the_time_waited_and_the_whole_time_of_the_queue()
    {
        var desk = Open(Desk.Sales with { MaxWait = 60.Seconds(), WhenTooLong = Voicemail, MaxLength = 1, WhenFull = new NextStep.HangUp() });
        var joined = desk.Joins("a").Now;
        desk.Pass(60).Joins("b").Pass(10).Do(new Event.Joined(desk.Now, Desk.Call("a"), "sales"));
        desk.Caller("a").Should().Match<Caller>(caller => caller.State is CallerState.Waiting && caller.Joined == joined, "one who had been let in is not turned away");
        (desk.Position("a"), desk.Position("b")).Should().Be((1, 2));
        desk.Pass(59).Caller("a").State.Should().BeOfType<CallerState.Waiting>();
        desk.HangsUp("a").History.Single().WaitedSeconds.Should().BeApproximately(129, 0.1, "all of it was waiting for an agent");
    }

    [Fact]
    public void A_step_that_leads_straight_back_to_a_queue_that_leads_to_it_does_not_go_round_for_ever()
    {
        var desk = Open(Desk.Sales with { MaxWaitWithNoAgent = TimeSpan.Zero, WhenEmpty = Voicemail }).Joins("a");
        for (var round = 0; round < 50 && desk.Caller("a").State is not CallerState.Leaving; round++)
        {
            desk.Pass(0);
            if (desk.Caller("a").State is CallerState.SentOn)
            {
                desk.Do(new Event.Joined(desk.Now, Desk.Call("a"), "sales"));
            }
        }

        desk.AllEffects.OfType<Effect.TakeStep>().Should().HaveCount(10);
        desk.Caller("a").State.Should().BeOfType<CallerState.Leaving>().Which.Result.Should().Be(CallResult.TurnedAway);
    }

    [Fact]
    public void A_key_leads_to_a_step_and_a_phone_that_rang_rings_for_the_next()
    {
        var desk = Open(Desk.Sales with { ExitKeys = [new ExitKey('1', Voicemail)] }, "anna").Joins("a").Joins("b");
        desk.Do(new Event.KeyPressed(desk.Now, Desk.Call("a"), '1')).Effects.Should().Contain(new Effect.TakeStep(Desk.Call("a"), "voicemail"));
        desk.CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void After_a_restart_the_step_begins_again_for_who_comes_back()
    {
        var desk = Sent().Pass(5).Restart().Survey(Desk.Live(Desk.Call("a")));
        desk.Arrives("a").Effects.Should().Contain(new Effect.TakeStep(Desk.Call("a"), "voicemail"));
        desk.Caller("a").Away.Should().BeNull();
        desk.Do(new Event.Joined(desk.Now, Desk.Call("a"), "sales")).Position("a").Should().Be(1);
    }

    [Fact]
    public void Who_hung_up_in_a_step_while_the_service_was_away_stands_in_the_history()
    {
        var desk = Sent().Pass(10).Restart().Survey();
        desk.State.Callers.Should().BeEmpty();
        desk.History.Single().Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void Who_is_never_seen_again_is_given_up()
    {
        var desk = Sent().IsLost("a").Pass(70);
        desk.State.Callers.Should().BeEmpty();
        desk.History.Single().Result.Should().Be(CallResult.Lost);
    }

    [Fact]
    public void A_number_is_dialled_over_the_line_out_and_talks_to_the_caller()
    {
        var desk = Open(Desk.Sales with { Music = "moh", RingTime = 25.Seconds(), MaxWait = 60.Seconds(), WhenTooLong = new NextStep.Number("+79161234567") }).Joins("a").Pass(60);
        var invite = desk.AllEffects.OfType<Effect.Invite>().Single();
        (invite.Dial.Destination, invite.Dial.RingTime).Should().Be(("sofia/gateway/out/+79161234567", 25.Seconds()));
        desk.AllEffects.Should().Contain(new Effect.Hold(Desk.Call("a"), "moh"), "announcements of the place would be wrong now");
        desk.Pass(5).GuestAnswers().Effects.OfType<Effect.Connect>().Single().Call.Should().Be(Desk.Call("a"));
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, Desk.Call("a"))).Caller("a").State.Should().BeOfType<CallerState.Outside>();
        desk.Pass(100).HangsUp("a").History.Single().Should().Match<HistoryEntry>(call =>
            call.Result == CallResult.SentOn && call.WaitedSeconds == 60 && call.Agent == null);
        desk.History.Single().Journey.Should().Contain(step => step.What == JourneyEvent.Connected && step.Detail == "+79161234567");
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void A_number_that_is_also_the_id_of_an_operator_is_dialled_outside()
    {
        var desk = Open(Desk.Sales with { MaxLength = 1, WhenFull = new NextStep.Number("1001") }, "1001").Joins("a").Joins("b");
        desk.AllEffects.OfType<Effect.Invite>().Single().Dial.Destination.Should().Be("sofia/gateway/out/1001");
    }

    [Fact]
    public void A_number_that_cannot_be_reached_leads_on_to_the_next_thing_that_is_said()
    {
        var step = new NextStep.Number("1", new NextStep.Number("2", new NextStep.Queue("service")));
        var desk = Open(Desk.Sales with { MaxWait = 60.Seconds(), WhenTooLong = step });
        var joined = desk.Joins("a").Now;
        desk.Pass(60).Joins("b", "service").Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.Busy));
        desk.Guest().To.Should().Be("2");
        desk.Pass(40);
        desk.State.Guests.Should().BeEmpty("it was not answered");
        desk.Caller("a").Should().Match<Caller>(caller => caller.Queue == "service" && caller.Joined == joined);
        desk.Position("a").Should().Be(1);
        desk.AllEffects.Should().Contain(new Effect.Receive(Desk.Call("a")), "its flow has to play that queue's music");
        desk.Caller("a").Journey.Count(one => one.What == JourneyEvent.TransferFailed).Should().Be(2);
    }

    [Fact]
    public void A_number_that_cannot_be_reached_leads_to_a_message_and_the_end()
    {
        var desk = Open(Desk.Sales with { MaxLength = 1, WhenFull = new NextStep.Number("1", new NextStep.HangUp("sorry.wav")) }).Joins("a").Joins("b");
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.Unreachable)).Effects
            .Should().Contain(new Effect.HangUp(Desk.Call("b"), HangupCause.NormalClearing, "sorry.wav"));
    }

    [Fact]
    public void Who_hangs_up_while_the_number_rings_stops_the_ringing_and_did_not_wait_to_the_end()
    {
        var desk = Dialled();
        var guest = desk.Guest();
        desk.HangsUp("a").Effects.Should().Contain(new Effect.Withdraw(guest.Number));
        desk.History.Single().Result.Should().Be(CallResult.Abandoned);
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_hangs_up_outside_ends_the_call_of_the_caller()
    {
        var desk = Dialled().GuestAnswers();
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, Desk.Call("a"))).GuestHangsUp().Effects
            .Should().Contain(new Effect.HangUp(Desk.Call("a"), HangupCause.NormalClearing));
        desk.HangsUp("a").History.Single().Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void After_a_restart_the_number_is_dialled_again_for_who_comes_back_and_what_rang_before_is_ended()
    {
        var desk = Dialled();
        var first = desk.Guest().Leg;
        desk.Restart().Survey(Desk.Live(Desk.Call("a")), Desk.Live(first));
        desk.Effects.Should().Contain(new Effect.HangUp(first, HangupCause.NormalClearing));
        desk.Arrives("a").Guest().Leg.Should().NotBe(first);
        desk.Caller("a").State.Should().BeOfType<CallerState.Transferring>();
    }

    [Fact]
    public void After_a_restart_a_conversation_with_the_number_goes_on()
    {
        var desk = Dialled().GuestAnswers();
        var leg = desk.Guest().Leg;
        desk.Restart().Survey(Desk.Live(Desk.Call("a"), leg), Desk.Live(leg, Desk.Call("a")));
        desk.Caller("a").State.Should().BeOfType<CallerState.Outside>();
        desk.Do(new Event.CallEnded(desk.Now, leg, HangupCause.NormalClearing, HungUpBy.Party)).HangsUp("a").History.Single().Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void Whoever_is_out_of_sight_meanwhile_takes_the_step_when_back()
    {
        var desk = Dialled().IsLost("a");
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.Busy)).Caller("a").State.Should().Be(new CallerState.SentOn(Voicemail));
        desk.AllEffects.OfType<Effect.TakeStep>().Should().BeEmpty();
        desk.Arrives("a").Effects.Should().Contain(new Effect.TakeStep(Desk.Call("a"), "voicemail"));
    }

    [Fact]
    public void A_supervisor_hangs_up_a_caller_in_a_step()
    {
        var desk = Sent();
        desk.Do(new Event.HangUpAsked(desk.Now, Desk.Call("a"), "boss")).HangsUp("a").History.Single().HungUpBy.Should().Be(EndedBy.Service);
    }

    [Fact]
    public void Is_kept_in_a_snapshot()
    {
        foreach (var state in new[] { Sent().State, Dialled().State })
        {
            var json = OnDisk.Json(state);
            var restored = OnDisk.Restored(json);
            OnDisk.Json(restored).Should().Be(json);
            restored.Callers[Desk.Call("a")].State.Should().Be(state.Callers[Desk.Call("a")].State);
            restored.Guests.Values.Should().Equal(state.Guests.Values);
        }
    }

    [Fact]
    public void A_configuration_of_before_has_no_steps() =>
        JsonSerializer.Deserialize("""{"number":1,"version":1,"event":{"$type":"configured","configuration":{"queues":[]}}}""", JournalJson.Default.JournalEntry)!
            .Event.Should().BeOfType<Event.Configured>().Which.Configuration.Steps.Should().BeEmpty();

    [Fact]
    public void Names_nobody_has_registered_and_numbers_that_cannot_be_dialled_are_refused_all_at_once()
    {
        QueueSettings[] queues =
        [
            new() { Name = "a", WhenFull = new NextStep.Named("voicmail"), ExitKeys = [new('1', new NextStep.Number("12 3"))] },
            new() { Name = "b", WhenEmpty = new NextStep.Number("1", new NextStep.Named("x")), WhenTooLong = new NextStep.Number("2", new NextStep.HangUp("two words")) },
        ];
        new Configuration { Queues = [.. queues], Steps = ["callback", "voicemail"] }.Problems().Should().BeEquivalentTo(
            "Queue 'a': WhenFull leads to the step 'voicmail', which is not registered. Steps are: callback, voicemail.",
            "Queue 'a': the key 1 leads to the number '12 3', which is none: give digits, *, # and a leading + only, at most 32.",
            "Queue 'b': WhenEmpty leads to the number '1', but there is no line out: set LineOut, such as sofia/gateway/provider/{number}.",
            "Queue 'b': WhenEmpty leads to the step 'x', which is not registered. Steps are: callback, voicemail.",
            "Queue 'b': WhenTooLong leads to the number '2', but there is no line out: set LineOut, such as sofia/gateway/provider/{number}.",
            "Queue 'b': the message 'two words' cannot be played: it must be one word, such as /sounds/sorry.wav.");
    }

    [Fact]
    public void A_circle_through_numbers_that_cannot_be_reached_is_a_circle() => new Configuration
    {
        LineOut = "sofia/gateway/out/{number}",
        Queues =
        [
            new() { Name = "a", WhenFull = new NextStep.Number("1", new NextStep.Queue("b")) },
            new() { Name = "b", WhenTooLong = new NextStep.Number("2", new NextStep.Queue("a")) },
        ],
    }.Problems().Should().HaveCount(2).And.Contain("Queue 'a' overflows to itself: a → b → a. One of them must lead elsewhere, or end the call.");

    static Desk Sent() => Open(Desk.Sales with { MaxWait = 60.Seconds(), WhenTooLong = Voicemail }).Joins("a").Pass(60);

    static Desk Dialled() => Open(Desk.Sales with { MaxWait = 60.Seconds(), WhenTooLong = new NextStep.Number("1", Voicemail) }).Joins("a").Pass(60);

    static Desk Open(QueueSettings sales, params string[] agents) => new(new Configuration
    {
        Queues = [sales, new() { Name = "service" }],
        Agents = [.. agents.Select(agent => Desk.Serving(agent, "sales"))],
        LineOut = "sofia/gateway/out/{number}",
        Steps = ["voicemail"],
    });
}
