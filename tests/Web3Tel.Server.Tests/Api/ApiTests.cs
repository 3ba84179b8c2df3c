using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class ApiTests() : RunningServiceTest(connected: false)
{
    [Fact]
    public async Task A_service_lives_before_its_switch_is_connected_but_is_ready_only_after()
    {
        (await Service.Get("/health/live"))["status"]!.ToString().Should().Be("live");
        (await Service.Get("/health/ready", HttpStatusCode.ServiceUnavailable)).ToJsonString()
            .Should().Be("""{"status":"notReady","problems":[{"part":"switch","why":"Connecting to the switch."}]}""");

        Telephony.Connect();
        (await Service.Get("/health/ready")).ToJsonString().Should().Be("""{"status":"ready","problems":[]}""");

        Telephony.Disconnect("refused");
        (await Service.Get("/health/ready", HttpStatusCode.ServiceUnavailable))["problems"]![0]!["why"]!.ToString().Should().Be("fake: refused");
    }

    [Fact]
    public async Task Callers_are_listed_in_the_order_in_which_they_will_be_served()
    {
        Telephony.Connect();
        Telephony.Call("111", dialled: "2000");
        Telephony.Call("222", "Второй");
        Telephony.Call("333");

        var calls = await Service.Get("/api/calls");

        calls.AsArray().Select(call => $"{call!["number"]} {call["queue"]} {call["position"]} {call["state"]} {call["agentName"]}").Should().Equal(
            "222 sales 1 waiting Anna", "333 sales 2 waiting ", "111 support 1 waiting Вера");
        calls[0]!["name"]!.ToString().Should().Be("Второй");
        DateTimeOffset.Parse(calls[0]!["joined"]!.ToString(), null).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Queues_and_operators_show_what_is_going_on()
    {
        Telephony.Connect();
        Telephony.Call("111");
        Telephony.Call("222");
        Telephony.Answer("user/1001");

        var queue = (await Service.Get("/api/queues"))[0]!;
        queue["name"]!.ToString().Should().Be("sales");
        queue["waiting"]!.GetValue<int>().Should().Be(1);
        queue["talking"]!.GetValue<int>().Should().Be(1);
        queue["operatorsSignedIn"]!.GetValue<int>().Should().Be(1);
        var operators = await Service.Get("/api/operators");
        operators.AsArray().Select(one => $"{one!["id"]} {one["name"]} {one["state"]} {one["caller"]}").Should().Equal("1001 Anna talking 111", "1002 Вера ready ");
    }

    [Fact]
    public async Task An_ended_call_stands_in_the_history_with_its_whole_journey()
    {
        Telephony.Connect();
        var call = Telephony.Call("+7 916 000-00-00", "Иван");
        Telephony.Answer("user/1001");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);

        await Eventually.Holds(async () =>
        {
            var entry = (await Service.Get("/api/history"))[0]!;
            entry["id"]!.ToString().Should().Be(call.Info.Ref.Id);
            entry["result"]!.ToString().Should().Be("answered");
            entry["cause"]!.ToString().Should().Be("NORMAL_CLEARING");
            entry["hungUpBy"]!.ToString().Should().Be("caller");
            entry["agent"]!.ToString().Should().Be("1001");
            entry["journey"]!.AsArray().Select(step => step!["what"]!.ToString()).Should().Equal("arrived", "joined", "offered", "offerEnded", "connected", "ended");
            (await Service.Get($"/api/history/{call.Info.Ref.Id}"))["name"]!.ToString().Should().Be("Иван");
        });
        (await Service.Get("/api/calls")).AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_history_is_read_page_by_page_from_the_newest_back()
    {
        Telephony.Connect();
        for (var n = 1; n <= 7; n++)
        {
            Telephony.Call($"{n}").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        }

        await Eventually.Holds(async () => (await Service.Get("/api/history")).AsArray().Should().HaveCount(7));
        var numbers = new List<string>();
        var page = await Service.Get("/api/history?limit=3");
        while (page.AsArray().Count > 0)
        {
            numbers.AddRange(page.AsArray().Select(entry => entry!["number"]!.ToString()));
            page = await Service.Get($"/api/history?limit=3&before={page.AsArray()[^1]!["id"]}");
        }

        numbers.Should().Equal("7", "6", "5", "4", "3", "2", "1");
    }

    [Theory]
    [InlineData("/api/history?limit=0", HttpStatusCode.BadRequest, "limit is 0: give 1 to 1000.")]
    [InlineData("/api/history?before=x", HttpStatusCode.BadRequest, "before is \"x\", which is no call of the history: give the id of one.")]
    [InlineData("/api/history/x", HttpStatusCode.NotFound, "There is no call \"x\" in the history.")]
    public async Task What_is_asked_wrongly_is_told_as_problem_details(string path, HttpStatusCode status, string told)
    {
        var problem = await Service.Get(path, status);

        problem["status"]!.GetValue<int>().Should().Be((int)status);
        problem["detail"]!.ToString().Should().Be(told);
    }

    [Fact]
    public async Task The_service_knows_its_history_and_its_waiting_callers_after_a_restart()
    {
        Telephony.Connect();
        Telephony.Call("111").End(HangupCause.OriginatorCancel, HungUpBy.Party);
        var waiting = Telephony.Call("222");

        await Restart();

        (await Service.Get("/api/history")).AsArray().Should().ContainSingle().Which!["number"]!.ToString().Should().Be("111");
        JsonNode call = (await Service.Get("/api/calls"))[0]!;
        call["id"]!.ToString().Should().Be(waiting.Info.Ref.Id);
        call["isAway"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task Each_call_leaves_one_line_in_the_log_and_every_line_has_its_id()
    {
        Telephony.Connect();
        var call = Telephony.Call("111");
        Telephony.Answer("user/1001");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Service.DisposeAsync();

        var logged = Logged();
        var lines = logged.Split('\n').Where(line => line.Contains($"[{call.Info.Ref.Id}]", StringComparison.Ordinal)).ToArray();
        lines.Where(line => line.Contains(" INF ", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().Contain("Answered, operator 1001").And.Contain("ended by Caller (NORMAL_CLEARING)");
        lines.Length.Should().BeGreaterThan(3);
        logged.Should().NotContain("hush");
    }
}
