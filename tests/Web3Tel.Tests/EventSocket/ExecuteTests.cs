using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class ExecuteTests
{
    const string Uuid = "d45c230e-d3aa-41d1-9895-bd7e5b7fc0b7";

    [Fact]
    public void An_application_is_done_when_its_complete_event_comes()
    {
        using var world = World();
        var playing = world.Socket.Send(new Execute("playback", "greeting.wav") { Uuid = Uuid, EventUuid = "e1", EventLock = true }).Record();

        world.Settle();
        playing.Ended.Should().BeFalse();
        Complete(world, "someone-else");
        Complete(world, "e1", ("Application-Response", "FILE PLAYED"));

        playing.Single.Success.Should().BeTrue();
        playing.Single.Response.Should().Be("FILE PLAYED");
        playing.Completed.Should().BeTrue();
        var sent = world.Peer.Heard[^1];
        sent.Line.Should().Be($"sendmsg {Uuid}");
        sent["call-command"].Should().Be("execute");
        sent["execute-app-name"].Should().Be("playback");
        sent["execute-app-arg"].Should().Be("greeting.wav");
        sent["Event-UUID"].Should().Be("e1");
        sent["event-lock"].Should().Be("true");
    }

    [Fact]
    public void The_events_that_it_ends_by_are_asked_for_once()
    {
        using var world = World();

        world.Socket.Send(new Execute("answer") { Uuid = Uuid }).Record();
        world.Socket.Send(new Execute("park") { Uuid = Uuid }).Record();
        world.Settle();

        world.Peer.Lines.Should().Equal(
            "auth ClueCon",
            "event plain CHANNEL_EXECUTE_COMPLETE CHANNEL_HANGUP CHANNEL_HANGUP_COMPLETE",
            $"sendmsg {Uuid}",
            $"sendmsg {Uuid}");
    }

    [Fact]
    public void Each_sending_has_an_id_of_its_own()
    {
        using var world = World();
        var twice = world.Socket.Send(new Execute("sleep", "10") { Uuid = Uuid });
        var first = twice.Record();
        var second = twice.Record();
        world.Settle();

        var ids = world.Peer.Heard.Where(command => command.Verb == "sendmsg").Select(command => command["Event-UUID"]!).ToList();
        Complete(world, ids[1]);

        ids.Should().OnlyHaveUniqueItems();
        first.Ended.Should().BeFalse();
        second.Single.Success.Should().BeTrue();
    }

    [Fact]
    public void The_first_of_several_loops_completes_it()
    {
        using var world = World();
        var playing = world.Socket.Send(new Execute("playback", "ad.wav") { Uuid = Uuid, EventUuid = "e1", Loops = 3 }).Record();
        world.Settle();

        Complete(world, "e1");
        Complete(world, "e1");

        playing.Single.Success.Should().BeTrue();
        world.Peer.Heard[^1]["loops"].Should().Be("3");
    }

    [Fact]
    public void What_is_not_even_queued_is_answered_with_the_error()
    {
        using var world = World("-ERR invalid session id [x]");

        var playing = world.Socket.Send(new Execute("playback", "greeting.wav") { Uuid = Uuid }).Record();
        world.Settle();

        playing.Single.Success.Should().BeFalse();
        playing.Single.ErrorMessage.Should().Be("invalid session id [x]");
    }

    [Theory]
    [InlineData("CHANNEL_HANGUP")]
    [InlineData("CHANNEL_HANGUP_COMPLETE")]
    public void A_hang_up_ends_it(string hangup)
    {
        using var world = World();
        var unknown = world.Socket.Send(new Execute("nosuchapp") { Uuid = Uuid }).Record();
        var elsewhere = world.Socket.Send(new Execute("playback", "x") { Uuid = "another" }).Record();
        world.Settle();

        world.Peer.Event(hangup, ("Unique-ID", Uuid), ("Hangup-Cause", "DESTINATION_OUT_OF_ORDER"));
        world.Settle();

        var error = unknown.Error.Should().BeOfType<ChannelHungUpException>().Subject;
        error.Uuid.Should().Be(Uuid);
        error.Cause.Should().Be(HangupCause.DestinationOutOfOrder);
        elsewhere.Ended.Should().BeFalse();
    }

    [Fact]
    public void The_loss_of_the_connection_ends_it()
    {
        using var world = World();
        var playing = world.Socket.Send(new Execute("playback", "x") { Uuid = Uuid }).Record();
        world.Settle();

        world.Link.Cut();
        world.Settle();

        playing.Error.Should().BeOfType<ConnectionLostException>();
    }

    [Fact]
    public void A_time_out_ends_it_also_while_it_waits_for_its_turn()
    {
        using var world = World();
        var running = Enumerable.Range(0, 64).Select(_ => world.Socket.Send(new Execute("park") { Uuid = Uuid }).Record()).ToList();
        var last = world.Socket.Send(new Execute("park") { Uuid = Uuid, Timeout = TimeSpan.FromSeconds(5) }).Record();

        world.Wait(TimeSpan.FromSeconds(5));

        last.Error.Should().BeOfType<TimeoutException>();
        running.Should().OnlyContain(waiting => !waiting.Ended);
    }

    [Fact]
    public void At_most_64_are_under_way_on_a_channel_and_the_others_follow_in_order()
    {
        using var world = World();
        var all = Enumerable.Range(0, 300)
            .Select(i => world.Socket.Send(new Execute("playback", $"{i}") { Uuid = Uuid, EventUuid = $"e{i}" }).Record())
            .ToList();
        world.Socket.Send(new Execute("playback", "x") { Uuid = "another" }).Record();
        world.Settle();

        Sent(world).Should().HaveCount(64);
        for (var i = 0; i < 300; i++)
        {
            Complete(world, $"e{i}");
            Sent(world).Count.Should().BeLessThanOrEqualTo(65 + i);
        }

        all.Should().OnlyContain(playing => playing.Single.Success);
        Sent(world).Should().Equal(Enumerable.Range(0, 300).Select(i => $"{i}"));

        static List<string> Sent(InboundWorld world) =>
            [.. world.Peer.Heard.Where(command => command.Line == $"sendmsg {Uuid}").Select(command => command["execute-app-arg"]!)];
    }

    [Fact]
    public void One_that_was_given_up_before_its_turn_is_not_sent()
    {
        using var world = World();
        for (var i = 0; i < 64; i++)
        {
            world.Socket.Send(new Execute("park") { Uuid = Uuid, EventUuid = $"e{i}" }).Record();
        }

        world.Socket.Send(new Execute("playback", "given up") { Uuid = Uuid }).Subscribe(new Recorder<ApplicationResult>()).Dispose();
        world.Socket.Send(new Execute("playback", "wanted") { Uuid = Uuid }).Record();
        world.Settle();
        Complete(world, "e0");

        world.Peer.Heard[^1]["execute-app-arg"].Should().Be("wanted");
        world.Peer.Heard.Should().NotContain(command => command["execute-app-arg"] == "given up");
    }

    [Fact]
    public void Without_a_channel_it_fails_with_the_way_out()
    {
        using var world = World();

        var playing = world.Socket.Send(new Execute("answer")).Record();

        playing.Error.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("Execute.Uuid");
    }

    static InboundWorld World(string reply = "+OK")
    {
        var world = new InboundWorld();
        var setup = world.Peer.Answer;
        world.Peer.Answer = command => command.Verb == "sendmsg" ? Peer.ReplyFrame(reply) : setup(command);
        return world;
    }

    static void Complete(InboundWorld world, string id, params (string, string)[] headers)
    {
        world.Peer.Event("CHANNEL_EXECUTE_COMPLETE", [("Unique-ID", Uuid), ("Application-UUID", id), .. headers]);
        world.Settle();
    }
}
