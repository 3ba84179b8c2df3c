using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Who is recorded hears so before, over the wire; a sound takes three seconds.</summary>
public sealed class RecordingNoticeTests
{
    const string Other = "79160000001";

    [Fact]
    public void A_caller_hears_that_the_conversation_is_recorded_before_joining_and_once()
    {
        using var spine = Incoming("recorded.wav");
        var caller = spine.Caller(1);
        spine.Run(5);
        caller.IsTalking.Should().BeFalse("the greeting is over, and the notice is not");
        spine.Run(3);
        caller.IsTalking.Should().BeTrue();
        caller.HangsUp();
        var journey = spine.Run(10).History.Single().Journey;
        journey.Select(step => step.What).Should().ContainInConsecutiveOrder(JourneyEvent.Arrived, JourneyEvent.RecordingAnnounced, JourneyEvent.Joined);
        journey.Count(step => step.What == JourneyEvent.RecordingAnnounced).Should().Be(1);
        (journey.Single(step => step.What == JourneyEvent.Connected).At - journey[0].At).Should().BeLessThan(7.5.Seconds(), "greeting, notice, and a second of ringing");
    }

    [Fact]
    public void Who_hangs_up_in_the_notice_has_joined_no_queue()
    {
        using var spine = Incoming("recorded.wav");
        var caller = spine.Caller(1);
        spine.Run(4);
        caller.HangsUp();
        spine.Run(5).History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.NotQueued && entry.Journey.TrueForAll(step => step.What != JourneyEvent.RecordingAnnounced));
        spine.Center.Current.Callers.Should().BeEmpty();
    }

    [Fact]
    public void A_notice_that_cannot_be_played_stops_nobody_and_is_told()
    {
        using var spine = Incoming("speak:This conversation is recorded.");
        var caller = spine.Caller(1);
        spine.Run(6);
        caller.IsTalking.Should().BeTrue();
        caller.HangsUp();
        spine.Run(10).History.Single().Journey.Single(step => step.What == JourneyEvent.RecordingAnnounced).Detail.Should().Contain("cannot be spoken");
    }

    [Fact]
    public void Where_nothing_is_recorded_nobody_is_told_so()
    {
        using var spine = Incoming("recorded.wav", records: false);
        var caller = spine.Caller(1);
        spine.Run(5.5);
        caller.IsTalking.Should().BeTrue();
    }

    [Fact]
    public void A_service_that_dies_in_the_notice_loses_nobody()
    {
        using var spine = Incoming("recorded.wav");
        var caller = spine.Caller(1);
        spine.Run(4).Kill().Run(3);
        spine.Live().Run(12);
        caller.IsTalking.Should().BeTrue();
    }

    [Fact]
    public void Who_was_called_hears_the_notice_and_then_the_operator()
    {
        using var spine = Outgoing();
        var other = spine.FreeSwitch.Operator(Other).Answers(1.Seconds());
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(3);
        other.IsTalking.Should().BeFalse();
        spine.Center.Current.OutgoingCalls.Values.Single().State.Should().Be(OutgoingState.Announcing);
        spine.Run(3);
        (other.IsTalking, phone.IsTalking).Should().Be((true, true));
        phone.HangsUp();
        spine.Run(10).History.Single().Journey.Select(step => step.What).Should().ContainInConsecutiveOrder(JourneyEvent.RecordingAnnounced, JourneyEvent.Connected, JourneyEvent.Ended);
    }

    [Theory]
    [InlineData(true, CallResult.Abandoned)]
    [InlineData(false, CallResult.NotReached)]
    public void Whoever_hangs_up_in_the_notice_ends_it(bool operatorDoes, CallResult result)
    {
        using var spine = Outgoing();
        var other = spine.FreeSwitch.Operator(Other).Answers(1.Seconds());
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(3);
        if (operatorDoes)
        {
            phone.HangsUp();
        }
        else
        {
            other.HangsUp();
        }

        spine.Run(30).History.Single().Result.Should().Be(result);
        spine.FreeSwitch.CallCount.Should().Be(0);
        spine.Center.Current.OutgoingCalls.Should().BeEmpty();
        spine.Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_service_that_dies_in_the_notice_rings_the_number_anew()
    {
        using var spine = Outgoing();
        spine.FreeSwitch.Operator(Other).Answers(1.Seconds());
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(3).Kill().Run(2);
        spine.Live().Run(60);
        phone.HangsUp();
        spine.Run(20);
        spine.FreeSwitch.CallCount.Should().Be(0);
        spine.Center.Current.OutgoingCalls.Should().BeEmpty();
    }

    static Spine Incoming(string notice, bool records = true)
    {
        var spine = new Spine(queues: queue => queue with { RecordingNotice = notice, Record = records });
        spine.Operator(1).Answers(after: 1.Seconds());
        return spine;
    }

    static Spine Outgoing() => new(outgoing: new OutgoingSettings { Shown = "+74950000000", RecordingNotice = "recorded.wav" });
}
