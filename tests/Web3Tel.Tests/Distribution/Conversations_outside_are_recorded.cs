using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Lines;
using Web3Tel.Outgoing;
using Web3Tel.Queues;
using Web3Tel.Recordings;
using Web3Tel.Tests.Outgoing;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Callers who are put through to a number outside, and those who were called and transferred.</summary>
public sealed class Conversations_outside_are_recorded
{
    const string Number = "+79160000002";

    static CallRef Caller => Desk.Call("caller");

    [Fact]
    public void Of_a_caller_whom_a_queue_puts_through()
    {
        var desk = SentOut().Pass(7).GuestAnswers();
        var connect = desk.Effects.OfType<Effect.Connect>().Single();
        connect.RecordTo.Should().Be("2026/11/24/100100-7916-79160000002-caller.wav", "by the time the number began to ring");
        desk.GuestConnects().Caller("caller").Should().Match<Caller>(caller => caller.Recording == connect.RecordTo && caller.Talk == null);
        var entry = desk.Pass(30).HangsUp("caller").History.Single();
        entry.Should().Match<HistoryEntry>(call => call.Recording == connect.RecordTo && call.Result == CallResult.SentOn && call.Queue == "sales" && call.Agent == null && call.TalkedSeconds == 0);
        entry.Outside.Should().Be(new OutsideTalk(Number, desk.Now - 30.Seconds(), desk.Now, connect.RecordTo));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Of_a_caller_whom_a_scenario_puts_through_from_no_queue_unless_the_line_says_otherwise(bool? line, bool isRecorded)
    {
        var desk = new Desk(Usual(Desk.Sales) with { Lines = [new LineSettings("1000") { Record = line }] }).Arrives("caller")
            .Do(new Event.WentOn(Desk.Opening, Caller, new NextStep.Number(Number))).GuestAnswers();
        (desk.Effects.OfType<Effect.Connect>().Single().RecordTo is not null).Should().Be(isRecorded);
        (desk.GuestConnects().HangsUp("caller").History.Single().Recording is not null).Should().Be(isRecorded);
    }

    [Fact]
    public void Not_where_the_queue_does_not_record()
    {
        var desk = SentOut(Desk.Sales with { Record = false }).GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull();
        desk.GuestConnects().HangsUp("caller").History.Single().Recording.Should().BeNull();
        desk = Talking(Desk.Sales with { Record = false }).Transfers(TransferKind.Number, Number).Arrives("caller").GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull("nor after the conversation with an agent");
    }

    [Fact]
    public void Of_a_caller_whom_an_agent_transfers_in_the_recording_there_is()
    {
        var desk = Talking(Desk.Sales);
        var path = desk.Caller("caller").Recording;
        desk.Pass(10).Transfers(TransferKind.Number, Number).Arrives("caller").GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull("it goes on");
        var entry = desk.GuestConnects().Pass(20).HangsUp("caller").History.Single();
        (entry.Recording, entry.TalkedSeconds, entry.Outside!.To, entry.Outside.Recording).Should().Be((path, 30, Number, null));
    }

    [Fact]
    public void Of_who_was_called_and_is_transferred_to_an_agent()
    {
        var (desk, leg) = Called();
        desk.Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Agent, "boris", "anna")).Ends(OutgoingDesk.Own);
        desk.Do(new Event.CallArrived(desk.Now, leg, OutgoingDesk.Number, "", "1000", desk.Now)).GuestAnswers();
        var path = desk.Effects.OfType<Effect.Connect>().Single().RecordTo;
        path.Should().Contain("-79160000001-boris-");
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, leg)).CallerOf("boris").Should().Be(leg.Id);
        desk.State.Callers[leg].Recording.Should().Be(path);
        desk.Pass(12).Do(new Event.TransferAsked(desk.Now, leg, TransferKind.Number, Number, "boris")).Do(new Event.CallArrived(desk.Now, leg, "", "", "", desk.Now)).GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull("that one goes on");
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, leg)).Ends(leg);
        desk.History.Where(entry => entry.Recording is not null).Select(entry => (entry.Direction, entry.IsByOperator, entry.Agent)).Should().Equal(
            (CallDirection.Outgoing, true, "anna"), (CallDirection.Outgoing, false, "boris"));
        desk.History.Select(entry => entry.Recording).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_who_was_called_and_is_transferred_to_a_number_where_outgoing_calls_are(bool records)
    {
        var (desk, leg) = Called(outgoing => outgoing with { Record = records, RecordInStereo = true });
        desk.Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Number, Number, "anna")).Ends(OutgoingDesk.Own).GuestAnswers()
            .Do(new Event.CallArrived(desk.Now, leg, OutgoingDesk.Number, "", "1000", desk.Now));
        var connect = desk.Effects.OfType<Effect.Connect>().Single();
        (connect.RecordTo is not null).Should().Be(records);
        connect.Sides.Should().Be(records ? RecordingSides.OwnLeft : RecordingSides.Together);
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, leg)).Ends(leg);
        var rest = desk.History.Single(entry => !entry.IsByOperator);
        (rest.Recording, rest.Outside!.To).Should().Be((connect.RecordTo, Number));
    }

    [Fact]
    public void A_pause_goes_with_who_was_called_and_the_recording_of_the_rest_begins_silent()
    {
        var (desk, leg) = Called();
        desk.Do(new Event.RecordingPauseAsked(desk.Now, OutgoingDesk.Own, "anna")).Do(new Event.RecordingMasked(desk.Now, OutgoingDesk.Own, On: true))
            .Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Number, Number, "anna")).Ends(OutgoingDesk.Own)
            .Do(new Event.CallArrived(desk.Now, leg, OutgoingDesk.Number, "", "1000", desk.Now)).GuestAnswers();
        var connect = desk.Effects.OfType<Effect.Connect>().Single();
        connect.Masked.Should().BeTrue();
        OnDisk.Restored(desk.State).Guests.Values.Single().Masked.Should().BeTrue("the service may die meanwhile");
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, leg)).Effects.OfType<Effect.Mask>().Single().Should().Be(new Effect.Mask(leg, connect.RecordTo!, On: true));
        desk.Do(new Event.RecordingMasked(desk.Now, leg, On: true)).State.Callers[leg].Pause!.State.Should().Be(PauseState.Paused);
    }

    [Fact]
    public void A_supervisor_pauses_one_with_a_number_outside_and_it_is_in_the_history()
    {
        var desk = SentOut().GuestAnswers();
        TalkCommand.Refusal(desk.State, new Event.RecordingPauseAsked(desk.Now, Caller, "vera")).Should().Be("The call is not being recorded.", "it begins with the conversation");
        desk.GuestConnects().Do(new Event.RecordingPauseAsked(desk.Now, Caller, "vera"));
        desk.Effects.Should().Contain(new Effect.Mask(Caller, desk.Caller("caller").Recording!, On: true));
        desk.IsSilent().Pass(9).Do(new Event.RecordingResumeAsked(desk.Now, Caller, "vera")).Sounds();
        desk.HangsUp("caller").History.Single().RecordingPausedSeconds.Should().Be(9);
    }

    [Fact]
    public void A_number_that_does_not_answer_has_none_and_the_next_has_its_own()
    {
        var desk = SentOut(step: new NextStep.Number("1", new NextStep.Number("2")));
        var first = desk.Guest().Recording;
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.Busy)).GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().NotBe(first).And.Contain("-2-");
        desk.Do(new Event.ConnectFailed(desk.Now, desk.Guest().Number, Caller, ReplyOutcome.Refused));
        desk.HangsUp("caller").History.Single().Should().Match<HistoryEntry>(entry => entry.Recording == null && entry.Outside == null);
    }

    [Fact]
    public void The_recording_with_a_number_of_which_it_is_never_heard_that_it_was_joined_ends()
    {
        var desk = SentOut(step: new NextStep.Number("1", new NextStep.Number("2"))).GuestAnswers();
        var path = desk.Effects.OfType<Effect.Connect>().Single().RecordTo!;
        desk.Do(new Event.ConnectFailed(desk.Now, desk.Guest().Number, Caller, ReplyOutcome.Disconnected)).Pass(60);
        desk.AllEffects.Should().ContainSingle(effect => effect == new Effect.EndRecording(Caller, path));
    }

    [Theory]
    [InlineData(GuestState.Ringing)]
    [InlineData(GuestState.Connecting)]
    public void Who_hangs_up_before_the_conversation_has_none(GuestState state)
    {
        var desk = SentOut();
        _ = state == GuestState.Ringing ? desk : desk.GuestAnswers();
        desk.HangsUp("caller").History.Single().Recording.Should().BeNull();
        desk.State.Guests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(GuestState.Ringing)]
    [InlineData(GuestState.Connecting)]
    [InlineData(GuestState.Talking)]
    public void It_is_known_after_a_death_of_the_service_even_if_the_journal_has_lost_the_answer(GuestState known)
    {
        var desk = SentOut();
        _ = known >= GuestState.Connecting ? desk.GuestAnswers() : desk;
        _ = known == GuestState.Talking ? desk.GuestConnects() : desk;
        var (path, leg) = (desk.Guest().Recording, desk.Guest().Leg);
        OnDisk.Restored(desk.State).Guests.Values.Should().Equal(desk.State.Guests.Values);
        desk.Restart().Survey(Desk.Live(Caller, leg), Desk.Live(leg, Caller));
        desk.Caller("caller").Should().Match<Caller>(caller => caller.State is CallerState.Outside && caller.Recording == path);
        OnDisk.Restored(desk.State).Callers[Caller].Outside.Should().Be(desk.Caller("caller").Outside);
        desk.Pass(8).GuestHangsUp().HangsUp("caller").History.Single().Recording.Should().Be(path);
    }

    [Fact]
    public void One_whose_end_was_not_heard_while_the_service_was_away_is_in_the_history()
    {
        var desk = SentOut().GuestAnswers().GuestConnects().Pass(20);
        desk.Restart().Survey();
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Recording != null && entry.Outside!.Ended != null);
    }

    static Desk SentOut(QueueSettings? sales = null, NextStep? step = null) => new Desk(Usual((sales ?? Desk.Sales) with { MaxWait = 60.Seconds(), WhenTooLong = step ?? new NextStep.Number(Number) }) with
    {
        Agents = [],
    }).Joins("caller").Pass(60);

    static Desk Talking(QueueSettings sales) => new Desk(Usual(sales)).Joins("caller").Talks("anna");

    static (Desk Desk, CallRef Leg) Called(Func<OutgoingSettings, OutgoingSettings>? outgoing = null)
    {
        var desk = OutgoingDesk.Open(outgoing).Dials().Talk().Do(new Event.AgentSignedIn(Desk.Opening, "boris")).Pass(5);
        return (desk, desk.Call().Leg);
    }

    static Configuration Usual(QueueSettings sales) => new()
    {
        Queues = [sales],
        Agents = [Desk.Serving("anna", "sales")],
        LineOut = "sofia/gateway/out/{number}",
    };
}
