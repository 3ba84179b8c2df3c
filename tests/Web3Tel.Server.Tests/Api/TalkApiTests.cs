using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
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
        (await Post("call-1/hold")).Status.Should().Be(HttpStatusCode.NoContent);
        (await Post("call-1/transfer", new { agent = "1002" })).Status.Should().Be(HttpStatusCode.NoContent);
        Telephony.Rings("user/1002").Should().BeTrue();
        (await Post("call-1/hang-up")).Status.Should().Be(HttpStatusCode.NoContent);
        (await Service.Get("/api/calls")).AsArray().Should().BeEmpty();
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

    async Task<(HttpStatusCode Status, string? Detail)> Post(string path, object? body = null)
    {
        using var answer = await Service.Http.PostAsJsonAsync(new Uri($"/api/calls/{path}", UriKind.Relative), body ?? new { });
        var problem = answer.IsSuccessStatusCode ? null : await answer.Content.ReadFromJsonAsync<Problem>();
        return (answer.StatusCode, problem?.Detail);
    }

    sealed record Problem(string? Detail);
}
