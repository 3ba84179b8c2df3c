using FluentAssertions;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;
using Xunit;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>
/// The recorded conversations of clients that connected to the Event Socket, replayed. Two differences: the recorded
/// call went from FreeSWITCH to itself, and here a caller stands for the second leg; and the events of two legs, which
/// are two threads of FreeSWITCH, interleave as they happen to, so each leg's events are compared by themselves.
/// </summary>
public sealed class InboundParityTests
{
    const string Originate = "api bgapi originate {ignore_early_media=true,origination_caller_id_number=1234}sofia/internal/9196@127.0.0.1:5060 &park()";

    static readonly SimulatorOptions Options = new() { Dialplan = _ => [new DialplanAction("answer"), new DialplanAction("echo")] };

    [Fact]
    public void A_wrong_password_is_refused_and_the_connection_ended()
    {
        var capture = Capture.Read("10-inbound-auth-wrong");
        var replay = new Replay(capture);
        replay.ConnectIn();
        replay.Send(1);

        Comparison.Differences(replay.Until(10), capture.Frames).Should().Equal();
        replay.IsClosed.Should().BeTrue();
    }

    [Fact]
    public void A_client_sees_all_events_of_a_call_and_asks_about_it()
    {
        var capture = Capture.Read("11-inbound-events-of-a-call");
        var replay = new Replay(capture, Options);
        replay.ConnectIn();
        replay.Send(1, 2).At(5, () => CallOneself(replay)).Send(1500, 4).At(1520, () => replay.Command("api hupall")).Send(1600);

        var ours = replay.Until(2000);

        SameByLeg(ours, capture.Frames);
        Comparison.Differences(Answers(ours), Answers(capture.Frames)).Should().Equal();
    }

    [Fact]
    public void A_client_chooses_events_by_name_and_leaves_off_again()
    {
        var capture = Capture.Read("12-inbound-filter-and-log");
        var replay = new Replay(capture, Options);
        replay.ConnectIn();
        replay.Send(1, 5).At(5, () => CallOneself(replay)).At(1040, () => replay.Command("api hupall")).Send(1600, 4);

        var ours = replay.Until(2000);

        SameByLeg(ours, capture.Frames);
        Comparison.Differences(Answers(ours), Answers(capture.Frames)).Should().Equal();
    }

    static void CallOneself(Replay replay)
    {
        replay.FreeSwitch.Operator("9196").Answers(TimeSpan.Zero);
        replay.Command(Originate);
        replay.At(6, () => replay.FreeSwitch.Call("1234", "9196"));
    }

    static IEnumerable<WireFrame> Answers(IEnumerable<WireFrame> frames) => frames.Where(frame => !frame.IsEvent);

    static void SameByLeg(IReadOnlyList<WireFrame> ours, IReadOnlyList<WireFrame> theirs)
    {
        foreach (var direction in (string[])["inbound", "outbound", ""])
        {
            Comparison.Differences(Of(ours, direction), Of(theirs, direction)).Should().Equal();
        }
    }

    static IReadOnlyList<WireFrame> Of(IEnumerable<WireFrame> frames, string direction) =>
        [.. frames.Where(frame => frame.IsEvent && frame["Call-Direction"] == direction)];
}
