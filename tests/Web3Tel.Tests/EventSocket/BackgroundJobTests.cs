using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class BackgroundJobTests
{
    [Fact]
    public void A_job_is_done_when_its_event_comes()
    {
        using var world = World("+OK Job-UUID: j1");
        var job = world.Socket.Send(new BgApi("originate user/1001 &park()") { JobUuid = "j1" }).Record();
        world.Settle();

        world.Peer.EventWithBody("BACKGROUND_JOB", "+OK other\n", ("Job-UUID", "j2"));
        world.Peer.EventWithBody("BACKGROUND_JOB", "+OK 1111\n", ("Job-UUID", "j1"));
        world.Settle();

        job.Single.Should().Be(new BackgroundJobResult("j1", "+OK 1111\n"));
        world.Peer.Lines.Should().Equal("auth ClueCon", "event plain BACKGROUND_JOB", "bgapi originate user/1001 &park()");
        world.Peer.Heard[^1]["Job-UUID"].Should().Be("j1");
    }

    [Fact]
    public void A_job_that_fails_is_answered_with_its_cause()
    {
        using var world = World("+OK Job-UUID: j1");
        var job = world.Socket.Send(new BgApi("originate error/USER_BUSY &park()") { JobUuid = "j1" }).Record();
        world.Settle();

        world.Peer.EventWithBody("BACKGROUND_JOB", "-ERR USER_BUSY\n", ("Job-UUID", "j1"));
        world.Settle();

        job.Single.Success.Should().BeFalse();
        job.Single.Cause.Should().Be(HangupCause.UserBusy);
    }

    [Fact]
    public void A_job_that_is_not_taken_is_answered_at_once()
    {
        using var world = World("-ERR command not found");

        var job = world.Socket.Send(new BgApi("status")).Record();
        world.Settle();

        job.Single.ErrorMessage.Should().Be("command not found");
    }

    [Fact]
    public void A_job_that_is_never_heard_of_again_times_out()
    {
        using var world = World("+OK Job-UUID: j1");
        var job = world.Socket.Send(new BgApi("status") { JobUuid = "j1" }).Record();

        world.Wait(TimeSpan.FromMinutes(5));

        job.Error.Should().BeOfType<TimeoutException>().Which.Message.Should().Contain("j1");
    }

    [Fact]
    public void The_loss_of_the_connection_ends_it()
    {
        using var world = World("+OK Job-UUID: j1");
        var job = world.Socket.Send(new BgApi("status") { JobUuid = "j1" }).Record();
        world.Settle();

        world.Link.Cut();
        world.Settle();

        job.Error.Should().BeOfType<ConnectionLostException>();
    }

    [Fact]
    public void A_call_is_made_and_its_channel_told()
    {
        using var world = World("+OK Job-UUID: j1");
        var call = world.Socket.Send(new Web3Tel.EventSocket.Originating.Originate(
            Web3Tel.EventSocket.Originating.DialString.To("user/1001")) { JobUuid = "j1" }).Record();
        world.Settle();

        world.Peer.EventWithBody("BACKGROUND_JOB", "+OK 1111\n", ("Job-UUID", "j1"));
        world.Settle();

        call.Single.Uuid.Should().Be("1111");
    }

    static InboundWorld World(string reply)
    {
        var world = new InboundWorld();
        var setup = world.Peer.Answer;
        world.Peer.Answer = command => command.Verb == "bgapi" ? Peer.ReplyFrame(reply) : setup(command);
        return world;
    }
}
