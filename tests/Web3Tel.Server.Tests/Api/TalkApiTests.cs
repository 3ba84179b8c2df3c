using System.Net;
using System.Net.Http.Json;
using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class TalkApiTests() : RunningServiceTest(connected: true)
{
    [Fact]
    public async Task A_conversation_is_listened_to_transferred_and_hung_up()
    {
        Telephony.Call("111");
        Telephony.Answer("user/1001");

        (await Post("call-1/listen", new { destination = "1002", mode = "whisper" })).Status.Should().Be(HttpStatusCode.NoContent);
        Telephony.Rings("user/1002").Should().BeTrue();
        Telephony.Answer("user/1002");
        (await Post("call-1/transfer", new { agent = "1002" })).Status.Should().Be(HttpStatusCode.NoContent);
        Telephony.Rings("user/1002").Should().BeTrue();
        (await Post("call-1/hang-up")).Status.Should().Be(HttpStatusCode.NoContent);
        // It is obeyed when the switch is told; that the call has ended the switch tells then.
        await Eventually.Holds(async () => (await Service.Get("/api/calls")).AsArray().Should().BeEmpty());
    }

    [Fact]
    public async Task A_waiting_caller_is_moved_to_a_place_and_to_another_queue()
    {
        await Service.Http.PostAsJsonAsync(new Uri("/api/operators/1001/sign-out", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
        await Service.Http.PostAsJsonAsync(new Uri("/api/operators/1002/sign-out", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
        Telephony.Call("111");
        Telephony.Call("222");
        await Eventually.Holds(async () => (await Waiting()).Should().Equal("call-1 sales 1", "call-2 sales 2"));

        (await Post("call-2/move", new { position = 1 })).Status.Should().Be(HttpStatusCode.NoContent);
        (await Waiting()).Should().Equal("call-2 sales 1", "call-1 sales 2");
        (await Post("call-2/move", new { queue = "support" })).Status.Should().Be(HttpStatusCode.NoContent);
        (await Waiting()).Should().Equal("call-1 sales 1", "call-2 support 1");
        (await Post("call-1/move", new { position = 0 })).Should().Be((HttpStatusCode.Conflict, "0 is no place: the first is 1."));
        (await Post("call-1/move")).Status.Should().Be(HttpStatusCode.Conflict);
        (await Service.Get("/api/audit")).AsArray().Select(record => $"{record!["act"]} {record["detail"]}").Should().StartWith(["move call-2: support", "move call-2: 1"]);
    }

    [Fact]
    public async Task A_caller_on_hold_is_seen_to_be_on_hold_and_so_is_the_operator()
    {
        Telephony.Call("111");
        Telephony.Answer("user/1001");
        (await State()).Should().Be("talking");
        (await Post("call-1/hold")).Status.Should().Be(HttpStatusCode.NoContent);
        (await Post("call-1/transfer", new { agent = "1002" })).Should()
            .Be((HttpStatusCode.Conflict, "The caller is just leaving the conversation: give the command again in a moment."));

        (await State()).Should().Be("onHold");
        var anna = (await Service.Get("/api/operators")).AsArray().Single(one => (string?)one!["id"] == "1001")!;
        ((string?)anna["state"]).Should().Be("talking");
        anna["heldSince"].Should().NotBeNull();
        (await Service.Get("/api/queues")).AsArray()[0]!["talking"]!.GetValue<int>().Should().Be(1, "a conversation goes on while the caller is on hold");
    }

    [Fact]
    public async Task A_recording_is_paused_shown_so_and_goes_on()
    {
        Telephony.Call("111");
        Telephony.Answer("user/1001");
        (await Recording()).Should().Be("recording");
        (await Post("call-1/recording/pause")).Status.Should().Be(HttpStatusCode.NoContent);
        (await Recording()).Should().Be("paused");
        (await Service.Get("/api/calls")).AsArray().Single()!["recordingGoesOnAt"].Should().NotBeNull();
        (await Post("call-1/recording/resume")).Status.Should().Be(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await Recording()).Should().Be("recording"));
        (await Post("call-1/recording/resume")).Should().Be((HttpStatusCode.Conflict, "The recording is not paused."));
        (await Service.Get("/api/audit")).AsArray().Select(record => (string?)record!["act"]).Should().StartWith(["resumeRecording", "pauseRecording"]);
    }

    [Fact]
    public async Task An_operator_is_told_at_once_that_the_recording_goes_on()
    {
        var caller = Telephony.Call("111");
        Telephony.Answer("user/1001");
        caller.Masking = Observable.Return(new Reply(ReplyOutcome.Refused, "-ERR Cannot mask recording session!"));
        var (status, detail) = await Post("call-1/recording/pause");
        status.Should().Be(HttpStatusCode.BadGateway);
        detail.Should().Be("The recording goes on: the switch could not pause it (-ERR Cannot mask recording session!). Let the caller say nothing secret.");
        (await Recording()).Should().Be("recording");
        var anna = (await Service.Get("/api/operators")).AsArray().Single(one => (string?)one!["id"] == "1001")!;
        ((string?)anna["notice"]!["kind"]).Should().Be("recordingGoesOn");
    }

    [Fact]
    public async Task While_the_switch_says_nothing_the_recording_is_not_said_to_be_paused()
    {
        var caller = Telephony.Call("111");
        Telephony.Answer("user/1001");
        caller.Masking = Observable.Never<Reply>();
        var (status, detail) = await Post("call-1/recording/pause");
        status.Should().Be(HttpStatusCode.GatewayTimeout);
        detail.Should().StartWith("The switch has not said that the recording is paused: take it as going on");
        (await Recording()).Should().Be("pausing");
    }

    [Fact]
    public async Task What_cannot_be_obeyed_says_why()
    {
        Telephony.Call("111");

        var waiting = await Post("call-1/hold");
        var unknown = await Post("call-9/hold");
        var vague = await Post("call-1/transfer", new { agent = "1002", queue = "sales" });
        var mode = await Post("call-1/listen", new { destination = "1002", mode = "shout" });

        waiting.Should().Be((HttpStatusCode.Conflict, "The caller is in no conversation with an operator."));
        unknown.Should().Be((HttpStatusCode.NotFound, "There is no call 'call-9'."));
        vague.Should().Be((HttpStatusCode.BadRequest, "Give one of agent (an operator's id), queue (a name) and number."));
        mode.Should().Be((HttpStatusCode.BadRequest, "mode is \"shout\": give listen, whisper or barge."));
    }

    async Task<IEnumerable<string>> Waiting() =>
        (await Service.Get("/api/calls")).AsArray().Select(call => $"{call!["id"]} {call["queue"]} {call["position"]}");

    async Task<string?> Recording() => (string?)(await Service.Get("/api/calls")).AsArray().Single()!["recording"];

    async Task<string?> State() => (string?)(await Service.Get("/api/calls")).AsArray().Single()!["state"];

    async Task<(HttpStatusCode Status, string? Detail)> Post(string path, object? body = null)
    {
        using var answer = await Service.Http.PostAsJsonAsync(new Uri($"/api/calls/{path}", UriKind.Relative), body ?? new { });
        var problem = answer.IsSuccessStatusCode ? null : await answer.Content.ReadFromJsonAsync<Problem>();
        return (answer.StatusCode, problem?.Detail);
    }

    sealed record Problem(string? Detail);
}
