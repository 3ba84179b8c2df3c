using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class SendTests
{
    [Fact]
    public void Nothing_is_sent_before_somebody_subscribes()
    {
        using var world = new InboundWorld();

        var cold = world.Socket.Send(new Api("status"));
        world.Settle();
        world.Peer.Lines.Should().NotContain("api status");
        cold.Record();
        cold.Record();
        world.Settle();

        world.Peer.Lines.Count(line => line == "api status").Should().Be(2);
    }

    [Fact]
    public void Replies_are_matched_first_in_first_out()
    {
        using var world = new InboundWorld();
        var first = world.Socket.Send(new Api("status")).Record();
        var second = world.Socket.Send(new OtherCommand("getvar x")).Record();
        var third = world.Socket.Send(new Api("version")).Record();

        world.Settle();
        world.Peer.ApiResponse("UP");
        world.Peer.Reply("+OK 1");
        world.Peer.ApiResponse("1.10");
        world.Settle();

        first.Single.Body.Should().Be("UP");
        second.Single.ReplyText.Should().Be("+OK 1");
        third.Single.Body.Should().Be("1.10");
        first.Completed.Should().BeTrue();
    }

    [Fact]
    public void An_error_is_an_answer()
    {
        using var world = new InboundWorld();
        var reply = world.Socket.Send(new OtherCommand("nosuchverb")).Record();
        var response = world.Socket.Send(new Api("originate error/USER_BUSY &park()")).Record();

        world.Settle();
        world.Peer.Reply("-ERR command not found");
        world.Peer.ApiResponse("-ERR USER_BUSY\n");
        world.Settle();

        reply.Single.Success.Should().BeFalse();
        reply.Single.ErrorMessage.Should().Be("command not found");
        response.Single.Success.Should().BeFalse();
        response.Single.Cause.Should().Be(HangupCause.UserBusy);
    }

    [Fact]
    public void Whoever_stops_waiting_does_not_get_the_answer_of_another()
    {
        using var world = new InboundWorld();
        var forgotten = new Recorder<ApiResponse>();
        var waiting = world.Socket.Send(new Api("status")).Subscribe(forgotten);
        var second = world.Socket.Send(new Api("version")).Record();

        waiting.Dispose();
        world.Settle();
        world.Peer.ApiResponse("UP");
        world.Peer.ApiResponse("1.10");
        world.Settle();

        forgotten.Items.Should().BeEmpty();
        forgotten.Ended.Should().BeFalse();
        second.Single.Body.Should().Be("1.10");
    }

    [Fact]
    public void A_reply_that_does_not_come_is_waited_for_only_so_long_and_its_place_is_kept()
    {
        using var world = new InboundWorld();
        var late = world.Socket.Send(new Api("status")).Record();
        var patient = world.Socket.Send(new Api("version") { Timeout = TimeSpan.FromHours(1) }).Record();

        world.Wait(TimeSpan.FromSeconds(30));
        late.Error.Should().BeOfType<TimeoutException>().Which.Message.Should().Contain("'Api'");
        world.Peer.ApiResponse("UP");
        world.Peer.ApiResponse("1.10");
        world.Settle();

        patient.Single.Body.Should().Be("1.10");
    }

    [Fact]
    public void A_reply_that_nobody_asked_for_harms_nobody()
    {
        using var world = new InboundWorld();

        world.Peer.Reply("+OK injected");
        world.Settle();
        var answer = world.Socket.Send(new Api("status")).Record();
        world.Settle();
        world.Peer.ApiResponse("UP");
        world.Settle();

        answer.Single.Body.Should().Be("UP");
        world.Log.Lines.Should().Contain(line => line.Contains("nobody had asked for", StringComparison.Ordinal) && line.Contains("injected", StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_compose_on_the_thread_of_the_clock()
    {
        using var world = new InboundWorld();
        world.Peer.Answer = command => command.Verb == "api" ? $"Content-Type: api/response\nContent-Length: 1\n\n{command.Arguments[^1]}" : null;

        var both = world.Socket.Send(new Api("x 1"))
            .SelectMany(one => world.Socket.Send(new Api("x 2")).Select(two => one.Body + two.Body))
            .Record();
        world.Settle();

        both.Single.Should().Be("12");
    }

    [Fact]
    public void What_an_observer_throws_harms_only_itself()
    {
        using var world = new InboundWorld();
        world.Socket.Send(new Api("status")).Subscribe(_ => throw new InvalidOperationException("a bug of the user's"));
        var second = world.Socket.Send(new Api("version")).Record();

        world.Settle();
        world.Peer.ApiResponse("UP");
        world.Peer.ApiResponse("1.10");
        world.Settle();

        second.Single.Body.Should().Be("1.10");
        world.State.Should().BeOfType<ConnectionState.Connected>();
    }

    [Fact]
    public void Bytes_that_are_no_frames_end_the_connection_with_a_clear_reason()
    {
        using var world = new InboundWorld();

        world.Peer.Say("Content-Length: many\n\n");
        world.Settle();

        world.State.Should().BeOfType<ConnectionState.Disconnected>()
            .Which.Reason.Should().BeOfType<ProtocolException>().Which.Message.Should().Contain("'many'");
    }

    [Fact]
    public async Task A_cancelled_wait_is_cancelled()
    {
        using var world = new InboundWorld();
        using var cancellation = new CancellationTokenSource();

        var answer = world.Socket.SendApi("status", cancellation.Token);
        await cancellation.CancelAsync();

        await answer.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        world.Settle();
        world.Peer.Lines.Should().Contain("api status");
    }

    [Fact]
    public async Task The_answer_of_a_task_is_the_answer()
    {
        using var world = new InboundWorld();

        var answer = world.Socket.SendApi("status", TestContext.Current.CancellationToken);
        world.Settle();
        world.Peer.ApiResponse("UP");
        world.Settle();

        (await answer).Body.Should().Be("UP");
    }
}
