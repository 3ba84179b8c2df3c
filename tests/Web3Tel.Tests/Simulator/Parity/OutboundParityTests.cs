using FluentAssertions;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.People;
using Xunit;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>
/// The recorded conversations of calls that reached a service, replayed: the same events in the same order with the
/// same headers in the same order. A difference that is left is named where it is.
/// </summary>
public sealed class OutboundParityTests
{
    const string Greeting = "/var/w3t/sounds/greeting.wav";

    static readonly SimulatorOptions Options = new()
    {
        Dialplan = Dialplan,
        SoundLengths = System.Collections.Immutable.ImmutableDictionary<string, TimeSpan>.Empty.Add(Greeting, TimeSpan.FromMilliseconds(5116)),
    };

    [Fact]
    public void A_caller_hears_a_greeting_and_chooses_from_a_menu()
    {
        var capture = Capture.Read("01-answer-menu-hangup");
        var replay = new Replay(capture, Options);
        SimulatedCaller caller = replay.Call("d45c230e-d3aa-41d1-9895-bd7e5b7fc0b7", "+79161234567", "Иван Петров");
        replay.Send(0.1).Send(2, 4).Send(25).Send(5170)
            .At(6640, () => caller.Presses("2"))
            .At(6680, caller.HangsUp);

        Same(replay.Until(13_000), capture);
    }

    [Fact]
    public void A_caller_leaves_a_message_and_ends_it_with_a_key()
    {
        var capture = Capture.Read("02-voicemail-record");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("deab2ee7-4e30-4d40-a800-5d38c25b582b", "1234");
        replay.Send(0.1).Send(2, 5)
            .At(3280, () => caller.Presses("#"))
            .Send(3290);

        Same(replay.Until(4000), capture);
    }

    [Fact]
    public void A_caller_hangs_up_while_recorded()
    {
        var capture = Capture.Read("03-voicemail-caller-hangs-up");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("dd3b2266-e60f-4610-bdc5-0a37f73dd16b", "1234");
        replay.Send(0.1).Send(2, 4).At(2040, caller.HangsUp);

        Same(replay.Until(3000), capture);
    }

    [Fact]
    public void A_waiting_caller_is_bridged_to_an_operator_who_hangs_up_first()
    {
        var capture = Capture.Read("04-queue-bridge-agent-hangs-up");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("a5700f1b-b11d-4420-831c-13ef088b5a8d", "1234");
        var agent = replay.FreeSwitch.Operator("agent1").Answers(TimeSpan.FromMilliseconds(200));
        replay.Send(0.1).Send(2, 5).Send(520).Send(1520, 3)
            .At(3240, agent.HangsUp)
            .At(4300, caller.HangsUp);

        Same(replay.Until(5000), capture);
    }

    [Fact]
    public void A_caller_ends_the_conversation()
    {
        var capture = Capture.Read("05-bridge-caller-hangs-up");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("58ec33a7-e0dd-4e34-9392-318cd5afe013", "1234");
        replay.FreeSwitch.Operator("agent1").Answers(TimeSpan.FromMilliseconds(200));
        replay.Send(0.1).Send(2, 4)
            .At(209, () => replay.Know("b8079c38-e409-4236-8441-4ca19d8fa897", LegIn(replay)))
            .Send(210, 2)
            .At(1300, caller.HangsUp);

        Same(replay.Until(2000), capture);
    }

    [Fact]
    public void Originating_fails_in_nine_ways_and_an_unknown_application_ends_the_call()
    {
        var capture = Capture.Read("06-originate-failures");
        var replay = new Replay(capture, Options);
        replay.Call("a90875e2-ef33-4293-8ddd-6f6b9ea055cc", "1234");
        replay.FreeSwitch.Operator("9998").NeverAnswers();
        replay.FreeSwitch.Operator("1001").Unregisters();
        replay.Send(0.1).Send(0.5, 4).Send(3).Send(1100, 9).Send(1110).Send(1200, 3);

        Same(replay.Until(2000), capture);
    }

    [Fact]
    public void Music_is_broken_off_after_a_burst_of_keys_and_the_service_leaves()
    {
        var capture = Capture.Read("07-break-dtmf-burst-exit");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("dfa7333c-db8b-4d0f-b80f-bb9c1cb0f96f", "1234");
        replay.Send(0.1).Send(2, 4);
        for (var i = 0; i < 9; i++)
        {
            var key = $"{i}";
            replay.At(720 + (580 * i), () => caller.Presses(key));
        }

        replay.Send(5510).Send(5600);

        Same(replay.Until(6000), capture);
        replay.IsClosed.Should().BeTrue();
        caller.IsOver.Should().BeFalse("the caller lives on when the service leaves");
    }

    [Fact]
    public void Commands_to_a_caller_who_has_gone_before_the_answer_are_taken_and_do_nothing()
    {
        var capture = Capture.Read("08-caller-gone-before-answer");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("0a5509eb-94d1-4677-b4aa-bd4ecad02ad0", "1234");
        replay.Send(0.1).Send(0.5, 2).At(140, caller.HangsUp).Send(1000, 2);

        Same(replay.Until(4000), capture);
    }

    [Fact]
    public void Events_come_as_json()
    {
        var capture = Capture.Read("09-json-events");
        var replay = new Replay(capture, Options);
        var caller = replay.Call("94b0a8ed-117f-426e-a225-73f2dbd8c07b", "1234", "Q");
        replay.Send(0.1).Send(0.5, 4).At(1040, caller.HangsUp);

        Same(replay.Until(2000), capture);
    }

    /// <summary>The dialplan that the captures were made with.</summary>
    static IEnumerable<DialplanAction> Dialplan(DialplanCall call)
    {
        call.MatchedDestination();
        return Actions(call);
    }

    static IEnumerable<DialplanAction> Actions(DialplanCall call)
    {
        call.Set("socket_resume", "true");
        yield return new DialplanAction("socket", "127.0.0.1:8084 async full");
        yield return new DialplanAction("log", "NOTICE W3T after socket");
        yield return new DialplanAction("playback", "local_stream://moh");
    }

    static string LegIn(Replay replay) =>
        replay.Frames.Last(frame => frame.ContentType == "api/response").Body["+OK ".Length..].Trim();

    static void Same(IReadOnlyList<WireFrame> ours, Capture capture) => Comparison.Differences(ours, capture.Frames).Should().Equal();
}
