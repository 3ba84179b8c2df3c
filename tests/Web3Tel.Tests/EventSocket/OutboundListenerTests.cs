using System.Net;
using System.Reactive.Concurrency;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Transport;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class OutboundListenerTests
{
    const string Uuid = "d45c230e-d3aa-41d1-9895-bd7e5b7fc0b7";
    const string ConnectReply =
        "Event-Name: CHANNEL_DATA\nChannel-Caller-ID-Name: %D0%98%D0%B2%D0%B0%D0%BD\n"
        + $"Unique-ID: {Uuid}\nContent-Type: command/reply\nReply-Text: %2BOK%0A\nControl: full\n\n";

    readonly HistoricalScheduler clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    readonly LogBook log = new();

    [Fact]
    public void A_call_comes_when_it_is_told_about_and_set_up()
    {
        var (peer, calls) = Call(new OutboundListenerOptions { Events = [EventName.BackgroundJob] });
        peer.Lines.Should().Equal("connect", "linger 5", "myevents plain", "event plain BACKGROUND_JOB");

        peer.Say(ConnectReply);
        peer.Reply("+OK will linger 5 seconds");
        peer.Reply("+OK Events Enabled");
        Settle();
        calls.Items.Should().BeEmpty();
        peer.Reply("+OK event listener enabled plain");
        Settle();

        calls.Single.Uuid.Should().Be(Uuid);
        calls.Single.ChannelData["Channel-Caller-ID-Name"].Should().Be("Иван");
        calls.Single.ChannelData["Control"].Should().Be("full");
    }

    [Fact]
    public void The_captured_conversation_is_a_call()
    {
        var (peer, calls) = Call(new OutboundListenerOptions());
        var events = new Recorder<EventMessage>();
        var notices = new Recorder<DisconnectNotice>();
        peer.Say(System.Text.Encoding.UTF8.GetString(CaptureFiles.FromFreeSwitch("01-answer-menu-hangup")));
        calls.Items.Should().BeEmpty();
        subscribe = call =>
        {
            call.Events.Subscribe(events);
            call.Notices.Subscribe(notices);
        };
        Settle();

        calls.Single.ChannelData["Channel-Caller-ID-Name"].Should().Be("Иван Петров");
        events.Items.Should().HaveCount(14);
        events.Items[^1].EventName.Should().Be(EventName.ChannelHangupComplete);
        notices.Items.Select(notice => notice.Lingers).Should().Equal(true, false);
    }

    [Fact]
    public void Nothing_that_comes_before_the_user_has_subscribed_is_missed()
    {
        var (peer, calls) = Call(new OutboundListenerOptions { Linger = null });
        var events = new Recorder<EventMessage>();
        var ofOther = new Recorder<EventMessage>();
        subscribe = call =>
        {
            call.Channel(Uuid).Subscribe(events);
            call.Channel("other").Subscribe(ofOther);
        };

        peer.Say(ConnectReply);
        peer.Event("CHANNEL_EXECUTE", ("Unique-ID", Uuid));
        peer.Reply("+OK Events Enabled");
        peer.Event("CHANNEL_HANGUP", ("Unique-ID", Uuid));
        Settle();

        calls.Items.Should().ContainSingle();
        events.Items.Select(message => message.EventName).Should().Equal(EventName.ChannelExecute, EventName.ChannelHangup);
        ofOther.Items.Should().BeEmpty();
    }

    [Fact]
    public void Linger_is_not_the_end()
    {
        var (peer, calls) = Ready();
        var events = calls.Single.Events.Record();

        peer.Say("Content-Type: text/disconnect-notice\nContent-Disposition: linger\nLinger-Time: 5\nContent-Length: 0\n\n");
        peer.Event("CHANNEL_HANGUP_COMPLETE", ("Unique-ID", Uuid));
        Settle();
        events.Items.Should().ContainSingle();
        events.Ended.Should().BeFalse();

        peer.Say("Content-Type: text/disconnect-notice\nContent-Disposition: disconnect\nContent-Length: 8\n\nGoodbye\n");
        peer.Hang();
        Settle();
        events.Completed.Should().BeTrue();
    }

    [Fact]
    public void A_lost_connection_is_an_error_of_the_streams()
    {
        var link = new MemoryLink(clock);
        var (_, calls) = Ready(link);
        var events = calls.Single.Events.Record();

        link.Cut(new IOException("cable pulled"));
        Settle();

        events.Error.Should().BeOfType<ConnectionLostException>().Which.Message.Should().Contain("cable pulled");
    }

    [Fact]
    public void An_application_after_the_hang_up_fails_at_once()
    {
        var (peer, calls) = Ready();
        peer.Event("CHANNEL_HANGUP", ("Unique-ID", Uuid), ("Hangup-Cause", "ORIGINATOR_CANCEL"));
        Settle();

        var answer = calls.Single.Send(new Execute("answer")).Record();

        answer.Error.Should().BeOfType<ChannelHungUpException>().Which.Cause.Should().Be(HangupCause.OriginatorCancel);
        peer.Lines.Should().NotContain("sendmsg");
    }

    [Fact]
    public void An_application_runs_on_the_calls_own_channel()
    {
        var (peer, calls) = Ready();
        var answer = calls.Single.Send(new Execute("answer") { EventUuid = "e1" }).Record();
        Settle();

        peer.Reply("+OK");
        peer.Event("CHANNEL_EXECUTE_COMPLETE", ("Unique-ID", Uuid), ("Application-UUID", "e1"));
        Settle();

        answer.Single.Success.Should().BeTrue();
        peer.Lines.Should().Equal("connect", "linger 5", "myevents plain", "sendmsg");
    }

    [Theory]
    [InlineData("10.0.0.1", false)]
    [InlineData("127.3.2.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("[::ffff:127.0.0.1]", true)]
    [InlineData("[fe80::1]", false)]
    [InlineData("nonsense", false)]
    public void By_default_only_this_machine_may_connect(string address, bool welcome)
    {
        var (peer, _) = Call(new OutboundListenerOptions(), address);

        peer.IsClosed.Should().Be(!welcome);
    }

    [Fact]
    public void Networks_can_be_allowed()
    {
        var (peer, _) = Call(new OutboundListenerOptions { Allowed = [IPNetwork.Parse("10.0.0.0/8")] }, "10.1.2.3");

        peer.IsClosed.Should().BeFalse();
    }

    [Fact]
    public void Refusals_are_logged_once_per_address_and_interval()
    {
        var link = new MemoryLink(clock, new MemoryLinkOptions { ConnectingAddress = "10.0.0.1" });
        Listen(link, new OutboundListenerOptions());
        for (var i = 0; i < 100; i++)
        {
            Connect(link);
        }

        log.Lines.Should().ContainSingle().Which.Should().Contain("Refused 1 connection").And.Contain("10.0.0.1");
        clock.AdvanceBy(TimeSpan.FromMinutes(1));
        Connect(link);
        log.Lines.Should().HaveCount(2);
        log.Lines[1].Should().Contain("Refused 100 connection");
    }

    [Fact]
    public void More_connections_than_allowed_are_refused_until_one_ends()
    {
        var link = new MemoryLink(clock);
        Listen(link, new OutboundListenerOptions { MaxConnections = 2 });
        var first = Connect(link);
        Connect(link);

        Connect(link).IsClosed.Should().BeTrue();
        first.Hang();
        Settle();
        Connect(link).IsClosed.Should().BeFalse();
    }

    [Fact]
    public void Whoever_connects_and_tells_of_no_call_is_cut_off()
    {
        var (peer, calls) = Call(new OutboundListenerOptions());

        clock.AdvanceBy(TimeSpan.FromSeconds(5));

        peer.IsClosed.Should().BeTrue();
        calls.Ended.Should().BeFalse();
        log.Lines.Should().ContainSingle().Which.Should().Contain("not told about a call");
    }

    [Fact]
    public void A_frame_larger_than_allowed_ends_only_that_connection()
    {
        var link = new MemoryLink(clock);
        var calls = Listen(link, new OutboundListenerOptions { MaxFrameSize = 1_000 });
        var greedy = Connect(link);
        var modest = Connect(link);

        greedy.Say("Content-Length: 1000000\n\n");
        modest.Say(ConnectReply);
        modest.Reply("+OK");
        modest.Reply("+OK");
        Settle();

        greedy.IsClosed.Should().BeTrue();
        calls.Items.Should().ContainSingle();
    }

    [Fact]
    public void A_call_that_ends_before_it_is_told_about_is_no_call()
    {
        var (peer, calls) = Call(new OutboundListenerOptions());

        peer.Hang();
        Settle();

        calls.Items.Should().BeEmpty();
        calls.Ended.Should().BeFalse();
    }

    [Fact]
    public void Calls_stay_when_listening_ends()
    {
        var link = new MemoryLink(clock);
        OutboundSocket? call = null;
        var listening = new OutboundListener(link, Options(new OutboundListenerOptions()), clock, log).Connections.Subscribe(socket => call = socket);
        var peer = Connect(link);
        peer.Say(ConnectReply);
        peer.Reply("+OK");
        peer.Reply("+OK");
        Settle();

        listening.Dispose();
        var events = call!.Events.Record();
        peer.Event("CHANNEL_ANSWER", ("Unique-ID", Uuid));
        Settle();

        events.Items.Should().ContainSingle();
    }

    Action<OutboundSocket> subscribe = _ => { };

    (Peer Peer, Recorder<OutboundSocket> Calls) Ready(MemoryLink? link = null)
    {
        var network = link ?? new MemoryLink(clock);
        var calls = Listen(network, new OutboundListenerOptions());
        var peer = Connect(network);
        peer.Say(ConnectReply);
        peer.Reply("+OK");
        peer.Reply("+OK");
        Settle();
        return (peer, calls);
    }

    (Peer Peer, Recorder<OutboundSocket> Calls) Call(OutboundListenerOptions options, string address = "127.0.0.1")
    {
        var link = new MemoryLink(clock, new MemoryLinkOptions { ConnectingAddress = address });
        var calls = Listen(link, options);
        return (Connect(link), calls);
    }

    Recorder<OutboundSocket> Listen(MemoryLink link, OutboundListenerOptions options)
    {
        var calls = new Recorder<OutboundSocket>();
        new OutboundListener(link, Options(options), clock, log).Connections.Subscribe(
            call =>
            {
                subscribe(call);
                calls.OnNext(call);
            },
            calls.OnError,
            calls.OnCompleted);
        return calls;
    }

    Peer Connect(MemoryLink link)
    {
        Peer? peer = null;
        link.Connect().Subscribe(transport => peer = new Peer(transport));
        Settle();
        return peer!;
    }

    static OutboundListenerOptions Options(OutboundListenerOptions options) => options with { Delivery = DeliveryMode.Inline };

    void Settle() => clock.AdvanceBy(TimeSpan.FromTicks(1));
}
