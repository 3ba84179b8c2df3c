using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class CallApiTests() : RunningServiceTest(connected: true)
{
    const string Line = "sofia/gateway/provider/+79160000001";
    const string Anna = "user/1001";

    readonly FaultyDisk disk = new();

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:LineOut"] = "sofia/gateway/provider/{number}",
        ["Web3Tel:Outgoing:Number"] = "+74950000000",
        ["Web3Tel:Outgoing:Blocked"] = "+7809",
    };

    [Fact]
    public async Task A_click_rings_the_operator_and_then_the_number_and_says_that_they_talk()
    {
        var answer = Click(new { number = "+7 (916) 000-00-01", queue = "sales" });
        await Rings(Anna);
        (await Service.Get("/api/operators")).AsArray()[0]!["outgoingTo"]!.GetValue<string>().Should().Be("+79160000001");
        Telephony.Answer(Anna);
        await Rings(Line);
        var other = Telephony.Answer(Line);

        var (code, told) = await answer;
        code.Should().Be(HttpStatusCode.OK);
        Text(told, "result").Should().Be("connected");
        var call = Text(told, "call");
        var onBoard = (await Service.Get("/api/calls")).AsArray().Should().ContainSingle().Subject!;
        (Text(onBoard, "id"), Text(onBoard, "state"), Text(onBoard, "direction"), Text(onBoard, "number"), Text(onBoard, "agentName")).Should().Be((call, "talking", "outgoing", "+79160000001", "Anna"));

        other.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () =>
        {
            var ended = (await Service.Get("/api/history")).AsArray().Should().ContainSingle().Subject!;
            (Text(ended, "id"), Text(ended, "direction"), Text(ended, "agent"), Text(ended, "queue"), Text(ended, "hungUpBy"), Text(ended, "dialled"))
                .Should().Be((call, "outgoing", "1001", "sales", "caller", "+79160000001"));
        });
        await Eventually.Holds(async () =>
        {
            var found = (await Service.Get("/api/recordings?number=9160000001"))["recordings"]!.AsArray().Should().ContainSingle().Subject!;
            (Text(found, "direction"), Text(found, "from"), Text(found, "to"), Text(found, "line")).Should().Be(("outgoing", "+74950000000", "+79160000001", "+74950000000"));
        });
        Text((await Service.Get("/api/audit")).AsArray()[0]!, "act").Should().Be("call");
    }

    [Fact]
    public async Task It_says_what_went_wrong_with_the_operator_or_with_the_number()
    {
        var rejected = Click(new { number = "+79160000001" });
        await Rings(Anna);
        Telephony.Refuse(Anna, HangupCause.CallRejected);
        Text((await rejected).Told, "result").Should().Be("operatorNotReached");

        var busy = Click(new { number = "+79160000001" });
        await Rings(Anna);
        Telephony.Answer(Anna);
        await Rings(Line);
        Telephony.Refuse(Line, HangupCause.UserBusy);
        var (_, told) = await busy;
        (Text(told, "result"), Text(told, "cause")).Should().Be(("notReached", "USER_BUSY"));
    }

    [Fact]
    public async Task It_is_told_with_a_full_disk_too()
    {
        disk.Full = true;
        var rejected = Click(new { number = "+79160000001" });
        await Rings(Anna);
        Telephony.Refuse(Anna, HangupCause.CallRejected);
        Text((await rejected).Told, "result").Should().Be("operatorNotReached");
    }

    [Fact]
    public async Task Who_waits_while_the_service_stops_is_told_so()
    {
        using var http = new HttpClient { BaseAddress = Service.Address };
        var asked = http.PostAsJsonAsync(Address("1001"), new { number = "+79160000001" }, TestContext.Current.CancellationToken);
        await Rings(Anna);

        await Service.DisposeAsync();

        using var answer = await asked;
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        (answer.StatusCode, Text(told, "detail")).Should().Be((HttpStatusCode.ServiceUnavailable, "The service is stopping: give the command again when it is back."));
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_where_to_look()
    {
        var (code, told) = await Click(new { number = "+79160000001", wait = false });
        (code, Text(told, "result")).Should().Be((HttpStatusCode.Accepted, "asked"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_reason()
    {
        (await Refused(new { })).Should().Be((HttpStatusCode.BadRequest, "number is missing: give the number to call, such as +79161234567."));
        (await Refused(new { number = "+78091234567" })).Should().Match<(HttpStatusCode Code, string Why)>(told => told.Code == HttpStatusCode.Conflict && told.Why.Contains("may not call"));
        (await Refused(new { number = "112" }, "nobody")).Code.Should().Be(HttpStatusCode.NotFound);
        Telephony.Uses(Anna, inUse: true);
        (await Refused(new { number = "+79160000001" })).Why.Should().Be("The phone of 1001 is in another call.");
    }

    [Fact]
    public async Task A_supervisor_hangs_up_by_the_calls_id()
    {
        var answer = Click(new { number = "+79160000001" });
        await Rings(Anna);
        Telephony.Answer(Anna);
        await Rings(Line);
        var call = Text((await Service.Get("/api/calls")).AsArray().Single()!, "id");
        (await Service.Http.PostAsJsonAsync(new Uri($"/api/calls/{call}/hang-up", UriKind.Relative), new { }, TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        Text((await answer).Told, "result").Should().Be("failed");
        Telephony.Rings(Line).Should().BeFalse();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        disk.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override Task<RunningService> Begin() => RunningService.Start(Folder.Path, Telephony, disk.Open, More);

    async Task<(HttpStatusCode Code, JsonNode Told)> Click(object wish, string agent = "1001")
    {
        var answer = await Service.Http.PostAsJsonAsync(Address(agent), wish);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    async Task<(HttpStatusCode Code, string Why)> Refused(object wish, string agent = "1001")
    {
        var (code, told) = await Click(wish, agent);
        return (code, Text(told, "detail")!);
    }

    static Uri Address(string agent) => new($"/api/operators/{agent}/call", UriKind.Relative);

    static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
