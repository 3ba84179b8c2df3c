using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Transport;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class InboundSocketTests
{
    [Fact]
    public void It_says_connecting_and_then_connected()
    {
        using var world = new InboundWorld();

        world.States.Items.Should().Equal(new ConnectionState.Connecting(1), new ConnectionState.Connected("127.0.0.1:8021"));
        world.Peer.Lines.Should().Equal("auth ClueCon");
    }

    [Fact]
    public void A_user_logs_in_by_name()
    {
        using var world = new InboundWorld(new InboundSocketOptions { User = "1000@example.com", Password = "secret" });

        world.Peer.Lines.Should().Equal("userauth 1000@example.com:secret");
    }

    [Fact]
    public void Whoever_asks_late_is_told_how_it_stands()
    {
        using var world = new InboundWorld();

        world.Socket.States.Record().Items.Should().Equal(new ConnectionState.Connected("127.0.0.1:8021"));
    }

    [Fact]
    public void A_command_before_the_connection_fails_at_once()
    {
        using var world = new InboundWorld(start: false);

        var answer = world.Socket.Send(new Api("status")).Record();

        answer.Error.Should().BeOfType<ConnectionLostException>().Which.Message.Should().Contain("'Api' was not sent");
    }

    [Fact]
    public void A_lost_connection_fails_what_waits_and_is_made_again()
    {
        using var world = new InboundWorld();
        var answer = world.Socket.Send(new Api("status")).Record();

        world.Link.Cut(new IOException("cable pulled"));
        world.Settle();

        answer.Error.Should().BeOfType<ConnectionLostException>().Which.Message.Should().Contain("cable pulled");
        world.State.Should().BeOfType<ConnectionState.Disconnected>();
        world.Wait(TimeSpan.FromSeconds(1));
        world.State.Should().BeOfType<ConnectionState.Connected>();
        world.Peers.Should().HaveCount(2);
    }

    [Fact]
    public void A_command_is_never_repeated_by_itself()
    {
        using var world = new InboundWorld();
        world.Socket.Send(new Api("originate user/1001 &park()")).Record();

        world.Link.Cut();
        world.Wait(TimeSpan.FromSeconds(1));

        world.Peer.Lines.Should().Equal("auth ClueCon");
    }

    [Fact]
    public void Events_and_filters_are_asked_for_again_before_commands_go_out()
    {
        using var world = new InboundWorld();
        world.Socket.Send(new Filter("Call-Direction", "inbound")).Record();
        world.Socket.Send(new Events(EventName.ChannelAnswer, EventName.ChannelHangup) { Subclasses = ["sofia::register"] }).Record();
        world.Socket.Send(new NixEvents(EventName.ChannelHangup)).Record();
        world.Socket.Send(new EnableLogging(6)).Record();
        world.Settle();
        world.Socket.States.Subscribe(new SendWhenConnected(world.Socket));

        world.Link.Cut();
        world.Wait(TimeSpan.FromSeconds(1));

        world.Peer.Lines.Should().Equal(
            "auth ClueCon",
            "filter Call-Direction inbound",
            "event plain CHANNEL_ANSWER CUSTOM sofia::register",
            "log 6",
            "api status");
    }

    [Fact]
    public void A_subscription_that_was_refused_is_not_asked_for_again()
    {
        using var world = new InboundWorld();
        world.SetupReply = "-ERR no";
        world.Socket.Send(new Events(EventName.ChannelAnswer)).Record();
        world.Settle();

        world.Link.Cut();
        world.Wait(TimeSpan.FromSeconds(1));

        world.Peer.Lines.Should().Equal("auth ClueCon");
    }

    [Fact]
    public void What_was_set_up_survives_a_connection_that_never_got_that_far()
    {
        using var world = new InboundWorld();
        world.Socket.Send(new Events(EventName.ChannelAnswer)).Record();
        world.Settle();
        world.Greeting = "";
        world.Link.Cut();
        world.Wait(TimeSpan.FromSeconds(1));

        world.Greeting = "Content-Type: auth/request\n\n";
        world.Link.Cut();
        world.Wait(TimeSpan.FromSeconds(2));

        world.Peer.Lines.Should().Equal("auth ClueCon", "event plain CHANNEL_ANSWER");
    }

    [Fact]
    public void Events_go_on_over_the_loss_of_a_connection()
    {
        using var world = new InboundWorld();
        var events = world.Socket.Events.Record();

        world.Peer.Event("CHANNEL_ANSWER");
        world.Settle();
        world.Link.Cut();
        world.Wait(TimeSpan.FromSeconds(1));
        world.Peer.Event("CHANNEL_HANGUP");
        world.Settle();

        events.Items.Select(message => message.EventName).Should().Equal(EventName.ChannelAnswer, EventName.ChannelHangup);
        events.Ended.Should().BeFalse();
    }

    [Fact]
    public void Two_wrong_passwords_in_a_row_stop_it_with_a_clear_error()
    {
        using var world = new InboundWorld(start: false) { AuthReply = "-ERR invalid" };
        var events = world.Socket.Events.Record();

        world.Socket.Start();
        world.Wait(TimeSpan.FromMinutes(10));

        world.Peers.Should().HaveCount(2);
        world.State.Should().BeOfType<ConnectionState.Stopped>()
            .Which.Reason.Should().BeOfType<AuthenticationFailedException>()
            .Which.Message.Should().Contain("-ERR invalid").And.Contain("event_socket.conf.xml");
        world.States.Completed.Should().BeTrue();
        events.Error.Should().BeOfType<AuthenticationFailedException>();
        world.Log.Lines.Should().NotContain(line => line.Contains("ClueCon", StringComparison.Ordinal));
    }

    [Fact]
    public void One_wrong_password_is_forgiven_by_a_right_one()
    {
        using var world = new InboundWorld(start: false) { AuthReply = "-ERR invalid" };
        world.Socket.Start();
        world.Settle();

        world.AuthReply = "+OK accepted";
        world.Wait(TimeSpan.FromSeconds(1));
        world.AuthReply = "-ERR invalid";
        world.Link.Cut();
        world.Wait(TimeSpan.FromMilliseconds(300));

        world.State.Should().BeOfType<ConnectionState.Disconnected>();
    }

    [Fact]
    public void A_rude_rejection_is_told_clearly()
    {
        using var world = new InboundWorld(start: false)
        {
            Greeting = "Content-Type: text/rude-rejection\nContent-Length: 24\n\nAccess Denied, go away.\n",
        };

        world.Socket.Start();
        world.Settle();

        world.State.Should().BeOfType<ConnectionState.Disconnected>()
            .Which.Reason.Should().BeOfType<RudeRejectionException>()
            .Which.Message.Should().Contain("Access Denied, go away.").And.Contain("apply-inbound-acl");
    }

    [Fact]
    public void Whoever_connects_and_says_nothing_is_left_after_the_handshake_time()
    {
        using var world = new InboundWorld(start: false) { Greeting = "" };
        world.Socket.Start();

        world.Wait(TimeSpan.FromSeconds(10));

        world.State.Should().BeOfType<ConnectionState.Disconnected>().Which.Reason.Should().BeOfType<TimeoutException>();
        world.Peers[0].IsClosed.Should().BeTrue();
    }

    [Fact]
    public void Attempts_become_rarer_and_are_never_alike_for_two_clients()
    {
        using var world = new InboundWorld(start: false) { Greeting = "no such protocol\nContent-Length: x\n\n" };

        world.Socket.Start();
        world.Wait(TimeSpan.FromMinutes(5));

        var delays = world.States.Items.OfType<ConnectionState.Disconnected>().Select(state => state.RetryIn.TotalMilliseconds).ToList();
        delays[0].Should().BeInRange(125, 250);
        delays[1].Should().BeInRange(250, 500);
        delays[^1].Should().BeInRange(7_500, 15_000);
        delays.TakeLast(5).Should().OnlyHaveUniqueItems();
        world.Log.Lines.Should().ContainSingle(line => line.StartsWith("Disconnected"), "an outage is one line of the log");
    }

    [Fact]
    public void A_port_where_nobody_listens_is_tried_again()
    {
        using var world = new InboundWorld(start: false);
        var options = new InboundSocketOptions { Delivery = DeliveryMode.Inline, Random = new Random(1) };
        using var alone = new InboundSocket(new MemoryLink(world.Clock), options, world.Clock);
        var states = alone.States.Record();

        alone.Start();
        world.Wait(TimeSpan.FromSeconds(1));

        states.Items.OfType<ConnectionState.Disconnected>().Should().HaveCountGreaterThan(1);
        states.Items.OfType<ConnectionState.Disconnected>().First().Reason!.Message.Should().Contain("refused");
    }

    [Fact]
    public void Disposed_it_hangs_up_and_ends_all_streams()
    {
        using var world = new InboundWorld();
        var events = world.Socket.Events.Record();
        var ofChannel = world.Socket.Channel("a").Record();
        var answer = world.Socket.Send(new Api("status")).Record();

        world.Socket.Dispose();
        world.Wait(TimeSpan.FromMinutes(1));

        world.Peer.IsClosed.Should().BeTrue();
        world.Peers.Should().ContainSingle();
        world.State.Should().Be(new ConnectionState.Stopped(null));
        events.Completed.Should().BeTrue();
        ofChannel.Completed.Should().BeTrue();
        answer.Error.Should().BeOfType<ConnectionLostException>();
        world.Socket.Events.Record().Completed.Should().BeTrue();
    }

    [Fact]
    public void Every_state_can_be_said_in_words()
    {
        var states = typeof(ConnectionState).GetNestedTypes()
            .Select(type => Activator.CreateInstance(type, type.GetConstructors()[0].GetParameters()
                .Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null).ToArray()));

        states.Select(state => state!.ToString()).Should().OnlyHaveUniqueItems().And.HaveCount(4);
    }

    sealed class SendWhenConnected(InboundSocket socket) : IObserver<ConnectionState>
    {
        public void OnNext(ConnectionState value)
        {
            if (value is ConnectionState.Connected && socket.States.Record().Items.Count == 1)
            {
                socket.Send(new Api("status")).Record();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
