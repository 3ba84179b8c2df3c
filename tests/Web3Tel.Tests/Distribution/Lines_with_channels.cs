using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Lines;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Lines_with_channels
{
    static readonly HangupCause Busy = new("USER_BUSY");

    [Fact]
    public void One_caller_too_many_hears_the_busy_tone_and_is_in_the_history()
    {
        var desk = With(channels: 1).Joins("a").Arrives("b");

        desk.Effects.OfType<Effect.HangUp>().Should().Equal(new Effect.HangUp(Desk.Call("b"), Busy, null));
        desk.Effects.OfType<Effect.Receive>().Should().BeEmpty("no flow answers the call");
        desk.Do(new Event.CallEnded(desk.Now, Desk.Call("b"), Busy, HungUpBy.Service));
        var ended = desk.History.Single();
        (ended.Result, ended.Cause).Should().Be((CallResult.TurnedAway, Busy));
        ended.Journey.Select(step => step.What).Should().Equal(JourneyEvent.Arrived, JourneyEvent.LineBusy, JourneyEvent.Ended);
        desk.Position("a").Should().Be(1);
    }

    [Fact]
    public void The_channel_is_free_again_when_the_call_is_over_however_it_ended()
    {
        var desk = With(channels: 1, "anna").Joins("a").Talks("anna").HangsUp("a");
        desk.Joins("b").HangsUp("b");
        desk.Joins("c").Position("c").Should().Be(1);
        desk.State.LinesInUse.Should().Equal(new Dictionary<string, int> { ["1000"] = 1 });
    }

    [Fact]
    public void Who_talks_holds_the_line_as_much_as_who_waits()
    {
        With(channels: 1, "anna").Joins("a").Talks("anna").Arrives("b").Caller("b").State.Should().BeOfType<CallerState.Leaving>();
    }

    [Fact]
    public void A_line_of_several_channels_holds_so_many_and_other_lines_hold_any_number()
    {
        var desk = With(channels: 2).Joins("a").Joins("b").Arrives("c");
        desk.Caller("c").State.Should().BeOfType<CallerState.Leaving>();
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("d"), "", "d", "2000", desk.Now));
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("e"), "", "e", "2000", desk.Now));
        desk.Effects.Should().Equal(new Effect.Receive(Desk.Call("e")));
    }

    [Fact]
    public void The_step_for_a_busy_line_leads_to_a_queue_or_a_message()
    {
        var desk = new Desk(Sales(new LineSettings("1000") { Channels = 1, WhenBusy = new NextStep.Queue("sales") })).Joins("a").Arrives("b");
        desk.Caller("b").State.Should().BeOfType<CallerState.Waiting>();
        desk.Effects.Should().EndWith(new Effect.Receive(Desk.Call("b")), "its flow plays the music");
        new Desk(Sales(new LineSettings("1000") { Channels = 1, WhenBusy = new NextStep.HangUp("busy.wav") })).Joins("a").Arrives("b")
            .Effects.Should().Contain(new Effect.HangUp(Desk.Call("b"), HangupCause.NormalClearing, "busy.wav"));
    }

    [Fact]
    public void The_step_for_a_busy_line_leads_to_a_named_flow()
    {
        var desk = new Desk(Sales(new LineSettings("1000") { Channels = 1, WhenBusy = new NextStep.Named("voicemail") }) with { Steps = ["voicemail"] })
            .Joins("a").Arrives("b");
        desk.Effects.Should().ContainSingle(effect => effect is Effect.TakeStep).Which.Should().Be(new Effect.TakeStep(Desk.Call("b"), "voicemail"));
        desk.Do(new Event.FlowEnded(desk.Now, Desk.Call("b"), null)).Do(new Event.CallEnded(desk.Now, Desk.Call("b"), HangupCause.NormalClearing, HungUpBy.Service));
        desk.History.Single().Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void Who_was_let_in_before_a_restart_is_not_turned_away_after_it()
    {
        var desk = With(channels: 1).Joins("a").Restart();
        desk.Arrives("a").Position("a").Should().Be(1);
        // What the journal has lost the call itself remembers.
        desk.Do(new Event.CallArrived(desk.Now, Desk.Call("b"), "", "b", "1000", desk.Now, Remembers: true))
            .Effects.Should().Equal(new Effect.Receive(Desk.Call("b")));
    }

    [Fact]
    public void The_count_comes_back_with_a_snapshot()
    {
        var state = With(channels: 1).Joins("a").State;
        var snapshot = OnDisk.Read(OnDisk.Json(state));
        snapshot.Restore().LinesInUse.Should().Equal(state.LinesInUse);
        snapshot.Restore().Configuration.Lines.Should().Equal(state.Configuration.Lines);
    }

    [Fact]
    public void A_line_that_cannot_be_used_is_refused_with_all_that_is_wrong()
    {
        Sales(new LineSettings("1000") { Channels = 0, WhenBusy = new NextStep.Queue("support") }, new LineSettings("1000"), new LineSettings(" "), new LineSettings("2000") { WhenBusy = new NextStep.Named("voicemail") }, new LineSettings("3000") { WhenBusy = new NextStep.Number("112") })
            .Problems().Should().BeEquivalentTo(
                "Line '1000' is named 2 times: a name must be unique.",
                "Line '1000': Channels is 0: it must be at least 1, or left out for any number.",
                "Line '1000' leads, when it is busy, to the queue 'support', which is not configured.",
                "Line '2000' leads, when it is busy, to the step 'voicemail', which is not registered.",
                "Line '3000' leads, when it is busy, to a number, which only a queue can: name a queue, a step, or hangup.",
                "A line has no number: give what callers dial.");
    }

    static Desk With(int channels, params string[] agents) =>
        new(Sales(new LineSettings("1000") { Channels = channels }) with { Agents = [.. agents.Select(id => Desk.Serving(id, "sales"))] });

    static Configuration Sales(params LineSettings[] lines) => new() { Queues = [Desk.Sales], Lines = [.. lines] };
}
