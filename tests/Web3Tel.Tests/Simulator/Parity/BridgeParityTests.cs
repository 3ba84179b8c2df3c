using FluentAssertions;
using Web3Tel.Simulator;
using Xunit;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>
/// Both legs of a conversation and one that is refused, as a client of the Event Socket sees them. Compared are each leg's
/// events and the headers that are no variables, because that FreeSWITCH had other codecs than the captures'.
/// Difference: PRIVATE_COMMAND, the echo of a message to a channel, is not there.
/// </summary>
public sealed class BridgeParityTests
{
    const string Caller = "788cd94a-016e-419c-b23c-f8128de0e6d2";
    const string Operator = "bbbbbbbb-0000-4000-8000-000000000002";
    const string Refusing = "cccccccc-0000-4000-8000-000000000003";

    static readonly string[] Commands =
    [
        "auth ClueCon",
        "event plain ALL",
        $"sendmsg {Caller}\ncall-command: execute\nexecute-app-name: answer",
        $"sendmsg {Caller}\ncall-command: execute\nexecute-app-name: playback\nexecute-app-arg: local_stream://moh",
        $"bgapi originate {{origination_uuid={Operator},originate_timeout=10,park_timeout=5}}sofia/internal/agent@127.0.0.1:16060 &park()",
        $"api uuid_setvar_multi {Caller} socket_resume=false;hangup_after_bridge=true",
        $"api uuid_bridge {Caller} {Operator}",
        $"api uuid_kill {Operator}",
        $"bgapi originate {{origination_uuid={Refusing},originate_timeout=10}}sofia/internal/reject@127.0.0.1:16060 &park()",
    ];

    [Theory]
    [InlineData(Caller)]
    [InlineData(Operator)]
    [InlineData(Refusing)]
    public void Each_leg_has_the_same_events_as_on_a_real_FreeSWITCH(string leg)
    {
        var recorded = WireFrame.ReadAll(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Captures", "bridge-seen-by-a-client.bin")));

        var ours = Conversation(out var caller);

        var ownLeg = leg == Caller ? caller : leg;
        Comparison.Differences(Of(ours, ownLeg), Of(recorded, leg), variables: false).Should().Equal();
    }

    static IReadOnlyList<WireFrame> Conversation(out string callId)
    {
        // The service of the recording lingered, so that the caller's last event is CHANNEL_HANGUP_COMPLETE.
        var replay = new Replay(Commands, new SimulatorOptions { Dialplan = _ => [new("set", "socket_resume=true"), new("socket", "127.0.0.1:19822 async full")] });
        replay.ConnectIn();
        replay.FreeSwitch.Operator("agent").Answers(TimeSpan.FromMilliseconds(300));
        replay.FreeSwitch.Operator("reject").Rejects(TimeSpan.FromMilliseconds(300));
        var caller = "";
        replay.Send(1, 2)
            .At(10, () => caller = replay.Call(Caller, "1234").CallId)
            .At(11, () => replay.ServiceSays("connect\n\nlinger 5\n\nmyevents"))
            .Send(1000, 2)
            .Send(1700)
            .Send(2900, 2)
            .Send(4500)
            .Send(5500);
        var frames = replay.Until(7000);
        callId = caller;
        return frames;
    }

    static IEnumerable<WireFrame> Of(IEnumerable<WireFrame> frames, string leg) =>
        frames.Where(frame => frame.IsEvent && frame["Unique-ID"] == leg && frame["Event-Name"] != "PRIVATE_COMMAND");
}
