using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Lines;
using Web3Tel.Queues;
using Web3Tel.Recordings;
using Web3Tel.Scenarios;
using Web3Tel.Speech;
using Web3Tel.Tests.Outgoing;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The engine joins nobody who has still to hear that the conversation is recorded.</summary>
public sealed class Told_of_the_recording
{
    static readonly RecordingNotice Sales = new("sales.wav", Language.English);

    static CallRef Caller => Desk.Call("caller");

    [Fact]
    public void A_caller_who_has_not_heard_it_hears_it_before_the_conversation_and_the_agent_hears_it_ring()
    {
        var desk = Open().Joins("caller").Answers("anna");
        desk.Effects.OfType<Effect.Connect>().Should().BeEmpty();
        desk.Effects.OfType<Effect.Announce>().Single().Should().Be(new Effect.Announce(desk.OfferOf("anna").Number, Caller, Sales));
        desk.Effects.OfType<Effect.Whisper>().Single().Should().Match<Effect.Whisper>(whisper => whisper.Leg == desk.OfferOf("anna").Leg && whisper.Keep > 30.Seconds(), "an agent's leg is not kept for long otherwise");
        desk.Pass(4).Heard().Effects.OfType<Effect.Connect>().Single().RecordTo.Should().Contain("-anna-");
        desk.Connects("anna").Caller("caller").ToldOfRecording.Should().BeTrue();
        desk.HangsUp("caller").History.Single().Journey.Select(step => step.What).Should().ContainInOrder(JourneyEvent.RecordingAnnounced, JourneyEvent.Connected);
    }

    [Fact]
    public void Who_has_heard_it_before_is_joined_at_once_and_not_told_again()
    {
        var desk = Open().Joins("caller").Heard().Answers("anna");
        desk.Effects.OfType<Effect.Connect>().Should().ContainSingle();
        var before = desk.State;
        desk.Heard().State.Should().Be(before with { Number = before.Number + 1, Ignored = before.Ignored + 1 });
    }

    [Fact]
    public void It_is_remembered_by_the_call_over_a_restart_and_where_the_journal_was_lost()
    {
        var desk = Open().Joins("caller").Heard();
        OnDisk.Restored(desk.State).Callers[Caller].ToldOfRecording.Should().BeTrue();
        desk.Restart().Survey(Desk.Live(Caller)).Arrives("caller").Answers("anna").Effects.OfType<Effect.Connect>().Should().ContainSingle();
        desk = Open().Do(new Event.CallArrived(Desk.Opening, Caller, "1", "", "1000", Desk.Opening, ToldOfRecording: true)).Do(new Event.Joined(Desk.Opening, Caller, "sales"));
        desk.Answers("anna").Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Fact]
    public void A_caller_transferred_to_a_queue_that_wants_it_hears_it_there()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales, new QueueSettings { Name = "cards", RecordingNotice = "cards.wav" }],
            Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "cards")],
        }).Joins("caller").Talks("anna");
        desk.Do(new Event.TransferAsked(desk.Now, Caller, TransferKind.Queue, "cards", "anna")).Arrives("caller").Answers("boris");
        desk.Effects.OfType<Effect.Announce>().Single().Notice.Source.Should().Be("cards.wav");
        desk.Heard().Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull("the recording goes on");
        desk.Connects("boris").Do(new Event.TransferAsked(desk.Now, Caller, TransferKind.Queue, "cards", "boris")).Arrives("caller");
        desk.Pass(30).Answers("boris").Effects.OfType<Effect.Connect>().Should().ContainSingle("once a call is enough");
    }

    [Fact]
    public void Nobody_is_told_by_a_queue_that_does_not_record() =>
        Open(Desk.Sales with { RecordingNotice = "sales.wav", Record = false }).Joins("caller").Answers("anna").Effects.OfType<Effect.Connect>().Should().ContainSingle();

    [Theory]
    [InlineData("queue.wav", "queue.wav")]
    [InlineData(null, "line.wav")]
    public void A_line_demands_it_of_all_its_conversations_and_a_queue_may_have_its_own_words(string? queue, string expected)
    {
        var desk = Open(Desk.Sales with { RecordingNotice = queue }, new LineSettings("1000") { RecordingNotice = "line.wav", Language = Language.Russian }).Joins("caller").Answers("anna");
        desk.Effects.OfType<Effect.Announce>().Single().Notice.Should().Be(new RecordingNotice(expected, Language.Russian));
    }

    [Fact]
    public void It_is_spoken_in_the_language_that_the_scenario_has_set_before_that_of_the_line()
    {
        var desk = Open(line: new LineSettings("1000") { Language = Language.Russian }).Arrives("caller");
        desk.Do(new Event.StepReached(desk.Now, Caller, new ScenarioPlace("main", 1, "queue")) { Language = Language.English }).Do(new Event.Joined(desk.Now, Caller, "sales"));
        OnDisk.Restored(desk.State).Callers[Caller].Language.Should().Be(Language.English);
        desk.Answers("anna").Effects.OfType<Effect.Announce>().Single().Notice.Language.Should().Be(Language.English);
    }

    [Fact]
    public void A_caller_put_through_to_a_number_outside_hears_it_while_that_rings_and_whoever_answers_first_waits_for_the_end()
    {
        var desk = Open(line: new LineSettings("1000") { RecordingNotice = "line.wav" }).Arrives("caller").Do(new Event.WentOn(Desk.Opening, Caller, new NextStep.Number("112")));
        desk.Effects.OfType<Effect.Hold>().Single().Notice!.Source.Should().Be("line.wav");
        desk.GuestAnswers().Effects.OfType<Effect.Connect>().Should().BeEmpty();
        desk.Effects.OfType<Effect.Announce>().Should().ContainSingle("one who is hearing it goes on hearing it");
        OnDisk.Restored(desk.State).Guests.Values.Single().Announcing.Should().BeTrue();
        desk.Pass(3).Heard().Effects.OfType<Effect.Connect>().Single().RecordTo.Should().NotBeNull();
        desk.GuestConnects().Caller("caller").State.Should().BeOfType<CallerState.Outside>();
    }

    [Fact]
    public void Who_has_heard_it_by_the_time_the_number_answers_is_joined_at_once()
    {
        var desk = Open(line: new LineSettings("1000") { RecordingNotice = "line.wav" }).Arrives("caller").Do(new Event.WentOn(Desk.Opening, Caller, new NextStep.Number("112"))).Heard();
        desk.GuestAnswers().Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Fact]
    public void Who_was_called_has_heard_it_and_is_not_told_again_after_a_transfer()
    {
        var desk = OutgoingDesk.Open(outgoing => outgoing with { RecordingNotice = "outgoing.wav" }).Dials().NumberAnswers();
        desk.Effects.OfType<Effect.Whisper>().Single().Otherwise.Should().Be("speak:en:this conversation is recorded", "where the sound is missing");
        desk.Do(new Event.Whispered(desk.Now, desk.Call().Ring)).Do(new Event.Connected(desk.Now, desk.Call().Number, OutgoingDesk.Own));
        var leg = desk.Call().Leg;
        desk.Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Number, "112", "anna")).Ends(OutgoingDesk.Own)
            .Do(new Event.CallArrived(desk.Now, leg, OutgoingDesk.Number, "", "1000", desk.Now));
        desk.Effects.OfType<Effect.Hold>().Single().Notice.Should().BeNull();
        desk.GuestAnswers().Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Fact]
    public void Who_was_called_and_may_not_have_heard_it_since_the_connection_broke_is_not_joined()
    {
        var desk = OutgoingDesk.Open(outgoing => outgoing with { RecordingNotice = "outgoing.wav" }).Dials().NumberAnswers();
        var leg = desk.Call().Leg;
        desk.Do(new Event.Whispered(desk.Now, desk.Call().Ring, OutOfSight: true)).Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Told().AnnaHangsUp().Ended().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.NotReached && entry.Recording == null);
    }

    [Fact]
    public void One_that_goes_on_for_ever_stops_nobody_and_the_journey_says_so()
    {
        var desk = Open().Joins("caller").Answers("anna").Pass(29);
        desk.Effects.OfType<Effect.Connect>().Should().BeEmpty();
        desk.Pass(1).AllEffects.OfType<Effect.Connect>().Should().ContainSingle();
        desk.Connects("anna").Caller("caller").Journey.Single(step => step.What == JourneyEvent.RecordingAnnounced).Detail.Should().Be("It was not over in time.");
    }

    [Fact]
    public void Who_hangs_up_in_it_leaves_the_agent_to_the_next_who_hears_it_in_turn()
    {
        var desk = Open().Joins("caller").Joins("next").Answers("anna").HangsUp("caller");
        desk.Effects.OfType<Effect.Announce>().Single().Call.Should().Be(Desk.Call("next"));
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.Abandoned && entry.Recording == null);
        desk.HangsUp("next").State.Offers.Should().BeEmpty();
    }

    [Fact]
    public void An_agent_who_hangs_up_in_it_gives_the_caller_back_to_the_queue_and_its_music()
    {
        var desk = Open().Joins("caller").Answers("anna").AgentHangsUp("anna");
        desk.Effects.Should().Contain(new Effect.Receive(Caller));
        desk.Position("caller").Should().Be(1);
        desk.Heard().Caller("caller").ToldOfRecording.Should().BeTrue("it was heard to the end all the same");
        desk.Pass(12).Answers("anna").Effects.OfType<Effect.Connect>().Should().ContainSingle();
    }

    [Fact]
    public void Two_who_could_not_be_joined_after_it_leave_the_caller_with_the_music_of_the_queue()
    {
        var desk = Open().Joins("caller").Answers("anna").Heard();
        OnDisk.Restored(desk.State).Offers.Values.Single().Interrupts.Should().BeTrue();
        desk.FailsToConnect("anna", ReplyOutcome.Refused).Effects.Should().Contain(new Effect.Receive(Caller));
        desk = Open().Joins("caller").Heard().Answers("anna").FailsToConnect("anna", ReplyOutcome.Refused);
        desk.Effects.Should().NotContain(new Effect.Receive(Caller), "nothing was broken off");
    }

    [Fact]
    public void A_restart_in_the_middle_of_it_joins_nobody_who_has_not_heard_it()
    {
        var desk = Open().Joins("caller").Answers("anna").Pass(1);
        OnDisk.Restored(desk.State).Offers.Values.Single().Announcing.Should().BeTrue();
        desk.Restart().Survey(Desk.Live(Caller)).Arrives("caller").Pass(1);
        desk.Caller("caller").ToldOfRecording.Should().BeFalse();
        desk.Answers("anna").Effects.OfType<Effect.Announce>().Should().ContainSingle();
    }

    [Fact]
    public void What_a_conversation_has_broken_off_was_not_heard()
    {
        var desk = Open(Desk.Sales).Joins("caller").Talks("anna").Heard();
        desk.Caller("caller").Should().Match<Caller>(caller => !caller.ToldOfRecording && caller.Journey.TrueForAll(step => step.What != JourneyEvent.RecordingAnnounced));
    }

    [Fact]
    public void One_who_is_out_of_sight_meanwhile_is_not_taken_for_told()
    {
        var desk = Open().Joins("caller").Answers("anna").IsLost("caller").Pass(31);
        desk.AllEffects.OfType<Effect.Connect>().Should().BeEmpty();
        desk.State.Callers[Caller].ToldOfRecording.Should().BeFalse();
    }

    [Fact]
    public void Who_comes_back_from_out_of_sight_in_it_is_not_passed_over_for_one_who_came_later()
    {
        var desk = Open().Joins("caller").Joins("next").Answers("anna").IsLost("caller").Pass(5);
        desk.Caller("caller").State.Should().BeOfType<CallerState.Connecting>();
        desk.Arrives("caller").CallerOf("anna").Should().Be("caller");
        desk.Position("next").Should().Be(2);
    }

    [Fact]
    public void A_call_of_which_the_connection_is_gone_cannot_be_told_and_goes_back_to_the_queue()
    {
        var desk = Open().Joins("caller").Answers("anna").FailsToConnect("anna", ReplyOutcome.Refused);
        desk.Caller("caller").Should().Match<Caller>(caller => caller.State is CallerState.Waiting && !caller.ToldOfRecording);
    }

    [Fact]
    public void A_sound_that_cannot_be_played_is_refused_with_all_else_that_is_wrong() => new Configuration
    {
        Queues = [Desk.Sales],
        Lines = [new LineSettings("1000") { RecordingNotice = "two words" }, new LineSettings("")],
    }.Problems().Should().HaveCount(2).And.Contain(problem => problem.StartsWith("Line '1000': RecordingNotice is \"two words\"", StringComparison.Ordinal));

    static Desk Open(QueueSettings? sales = null, LineSettings? line = null) => new(new Configuration
    {
        Queues = [sales ?? Desk.Sales with { RecordingNotice = "sales.wav" }],
        Agents = [Desk.Serving("anna", "sales")],
        Lines = line is null ? [] : [line],
        LineOut = "sofia/gateway/out/{number}",
    });
}

/// <summary>What the one caller has heard.</summary>
static class NoticeDesk
{
    public static Desk Heard(this Desk desk) => desk.Do(new Event.RecordingAnnounced(desk.Now, Desk.Call("caller")));
}
