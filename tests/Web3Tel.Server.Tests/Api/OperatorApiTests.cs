using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class OperatorApiTests() : RunningServiceTest(connected: true)
{
    [Fact]
    public async Task An_operator_goes_on_break_and_comes_back_to_the_next_caller()
    {
        await Command("1001/break", new { reason = "break" });
        var anna = await Anna();
        anna["state"]!.ToString().Should().Be("break");
        anna["break"]!.ToString().Should().Be("Break");
        anna["until"].Should().NotBeNull();
        Telephony.Call("111");
        await Waits("111");
        Telephony.Rings("user/1001").Should().BeFalse();

        await Command("1001/ready");
        await Rings("user/1001");
    }

    [Fact]
    public async Task A_break_in_a_conversation_is_shown_as_pending_and_begins_after_the_wrap_up_ended_early()
    {
        var call = Telephony.Call("111");
        Telephony.Answer("user/1001");
        await Command("1001/break", new { reason = "break" });
        (await Anna())["pendingBreak"]!.ToString().Should().Be("break");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Command("1001/wrap-up/extend", new { seconds = 60 }, expected: HttpStatusCode.Conflict);
        await Command("1001/wrap-up/end");
        (await Anna())["state"]!.ToString().Should().Be("break");
    }

    [Fact]
    public async Task Sign_in_and_sign_out_are_refused_when_they_are_so_already_and_the_answer_says_so()
    {
        var answer = await Command("1001/sign-in", expected: HttpStatusCode.Conflict);
        answer!["detail"]!.ToString().Should().Be("1001 is signed in already.");
        await Command("1001/sign-out");
        (await Anna())["state"]!.ToString().Should().Be("signedOut");
        await Command("1001/sign-out", expected: HttpStatusCode.Conflict);
        await Command("1001/sign-in");
        (await Anna())["state"]!.ToString().Should().Be("ready");
    }

    [Fact]
    public async Task Do_not_disturb_and_a_call_outside_are_shown_and_keep_the_phone_quiet()
    {
        await Command("1001/do-not-disturb", new { on = true });
        Telephony.Uses("user/1001", inUse: true);
        await Decided();
        var anna = await Anna();
        anna["state"]!.ToString().Should().Be("ready");
        anna["doNotDisturbSince"].Should().NotBeNull();
        anna["doNotDisturbUntil"].Should().NotBeNull();
        anna["outsideCallSince"].Should().NotBeNull();
        Telephony.Call("111");
        await Waits("111");
        Telephony.Rings("user/1001").Should().BeFalse();
        await Command("1001/do-not-disturb", new { on = true }, expected: HttpStatusCode.Conflict);

        await Command("1001/do-not-disturb", new { on = false });
        Telephony.Rings("user/1001").Should().BeFalse("the phone is still in another call");
        Telephony.Uses("user/1001", inUse: false);
        await Rings("user/1001");
        (await Service.Get("/api/audit")).AsArray().Select(record => record!["act"]!.ToString()).Should().Equal("disturb", "doNotDisturb");
    }

    [Theory]
    [InlineData("9/ready", "{}", 404, "There is no operator '9'.")]
    [InlineData("1001/wrap-up/end", "{}", 409, "1001 is not in wrap-up.")]
    [InlineData("1001/break", "{\"reason\":\"siesta\"}", 409, "There is no break 'siesta': give one of break.")]
    [InlineData("1001/break", "{}", 409, "There is no break '': give one of break.")]
    [InlineData("1001/wrap-up/extend", "{\"seconds\":-1}", 400, "seconds is -1: give more than 0, and at most 86400.")]
    [InlineData("1001/force", "{\"state\":\"asleep\",\"why\":\"x\"}", 400, "state is \"asleep\": give signedOut, ready or break.")]
    [InlineData("1001/force", "{\"state\":\"break\"}", 400, "why is missing: say why the state is forced, the operator will read it.")]
    public async Task A_command_that_cannot_be_obeyed_is_answered_with_what_is_wrong(string path, string body, int status, string told)
    {
        var answer = await Command(path, JsonNode.Parse(body), expected: (HttpStatusCode)status);
        answer!["detail"]!.ToString().Should().Be(told);
        (await Anna())["state"]!.ToString().Should().Be("ready");
        (await Service.Get("/api/audit")).AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_audit_trail_tells_who_did_what_newest_first()
    {
        await Command("1001/sign-out");
        await Command("1001/force", new { state = "ready", why = "the queue is long" }, by: "olga");

        var audit = await Service.Get("/api/audit");
        audit.AsArray().Select(record => $"{record!["by"]} {record["agent"]} {record["act"]} {record["detail"]}").Should().Equal(
            "olga 1001 force Ready: the queue is long", "api 1001 signOut ");
        (await Anna())["notice"]!["kind"]!.ToString().Should().Be("forced");
    }

    async Task<JsonNode> Anna() => (await Service.Get("/api/operators"))[0]!;

    /// <summary>Until the caller waits, and whom that makes ring rings.</summary>
    async Task Waits(string number)
    {
        await Eventually.Holds(async () => (await Service.Get("/api/calls")).AsArray().Should().ContainSingle(call => (string?)call!["number"] == number && (string?)call["state"] == "waiting"));
        await Decided();
    }

    /// <summary>Returns when all that has happened so far has been decided: another thread may still be at it, and a command waits for its turn.</summary>
    async Task Decided() => await Command("nobody/ready", expected: HttpStatusCode.NotFound);

    async Task<JsonNode?> Command(string path, object? body = null, string? by = null, HttpStatusCode expected = HttpStatusCode.NoContent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/operators/" + path, UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body);
        if (by is not null)
        {
            request.Headers.Add("X-Web3Tel-By", by);
        }

        using var response = await Service.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(expected, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
