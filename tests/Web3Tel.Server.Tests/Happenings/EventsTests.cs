using System.Net;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Happenings;

public sealed class EventsTests() : RunningServiceTest(connected: true)
{
    [Fact]
    public async Task A_reader_is_first_told_all_as_it_is_and_then_what_changes()
    {
        await using var reader = await EventReader.Open(Service.Http);

        var all = await reader.Batch();
        all[0].Type.Should().Be("reset");
        all.Skip(1).Select(told => $"{told.Type} {told.Data["name"]}").Should().StartWith(["queue sales", "queue support", "operator Anna", "operator Вера"]);
        all[^1].Data["status"]!.ToString().Should().Be("ready");

        var call = Telephony.Call("111", "Иван");
        var offered = await reader.Until("call", told => told["agentName"]?.ToString() == "Anna");
        offered["name"]!.ToString().Should().Be("Иван");
        offered["position"]!.GetValue<int>().Should().Be(1);

        Telephony.Answer("user/1001");
        (await reader.Until("operator", told => told["state"]!.ToString() == "talking"))["call"]!.ToString().Should().Be(call.Info.Ref.Id);

        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        (await reader.Until("gone", told => told["type"]!.ToString() == "call"))["key"]!.ToString().Should().Be(call.Info.Ref.Id);
    }

    [Fact]
    public async Task A_call_that_has_ended_comes_with_its_journey_and_its_recording()
    {
        await using var reader = await EventReader.Open(Service.Http);
        var call = Telephony.Call("111");
        Telephony.Answer("user/1001");
        call.End(HangupCause.NormalClearing, HungUpBy.Party);

        var ended = await reader.Until("ended", told => told["id"]!.ToString() == call.Info.Ref.Id);

        ended["result"]!.ToString().Should().Be("answered");
        ended["recording"]!.ToString().Should().EndWith(".wav");
        ended["journey"]!.AsArray().Should().HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task Who_comes_again_with_the_last_id_is_told_only_what_is_new()
    {
        string? last;
        await using (var reader = await EventReader.Open(Service.Http))
        {
            await reader.Batch();
            last = reader.LastId;
        }

        await using var again = await EventReader.Open(Service.Http, last);
        Telephony.Call("111");

        await again.Until("call", told => told["number"]!.ToString() == "111");
        await using var third = await EventReader.Open(Service.Http, again.LastId);
        var news = await third.Batch();
        news.Select(told => told.Type).Should().NotContain("reset").And.NotContain("health");
    }

    [Theory]
    [InlineData("another-life-7")]
    [InlineData("000000000000-1")]
    [InlineData("nonsense")]
    public async Task Who_comes_with_an_id_that_nobody_remembers_is_told_all(string last)
    {
        await using var reader = await EventReader.Open(Service.Http, last);

        var all = await reader.Batch();

        all[0].Type.Should().Be("reset");
        all.Select(told => told.Type).Should().Contain(["queue", "operator", "health"]);
    }

    [Fact]
    public async Task Two_readers_are_told_the_same_and_one_who_goes_disturbs_nobody()
    {
        await using var first = await EventReader.Open(Service.Http);
        await first.Batch();
        var second = await EventReader.Open(Service.Http);
        (await second.Batch()).Select(told => told.Type).Should().StartWith("reset");
        await second.DisposeAsync();

        Telephony.Call("111");

        (await first.Until("queue", told => told["waiting"]!.GetValue<int>() == 1))["name"]!.ToString().Should().Be("sales");
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_told()
    {
        await using var reader = await EventReader.Open(Service.Http, query: "?types=queue,health");

        (await reader.Batch()).Select(told => told.Type).Should().Equal("reset", "queue", "queue", "health");
    }

    [Fact]
    public async Task What_nobody_can_tell_of_is_refused()
    {
        var problem = await Service.Get("/api/events?types=queue,weather", HttpStatusCode.BadRequest);

        problem["detail"]!.ToString().Should().Be("types has \"weather\": give some of queue, operator, call, ended, mailbox, outbox, health, scenario, with commas between.");
    }

    [Fact]
    public async Task Trouble_of_the_switch_is_told_and_that_it_is_over()
    {
        await using var reader = await EventReader.Open(Service.Http);
        await reader.Batch();

        Telephony.Disconnect("refused");
        (await reader.Until("health", told => told["status"]!.ToString() == "notReady"))["problems"]![0]!["why"]!.ToString().Should().Be("fake: refused");
        Telephony.Connect();
        await reader.Until("health", told => told["status"]!.ToString() == "ready");
    }

    [Fact]
    public async Task A_service_that_stops_ends_the_events_and_is_not_held_up_by_those_who_read_them()
    {
        using var http = new HttpClient { BaseAddress = Service.Address };
        await using var reader = await EventReader.Open(http);
        await reader.Batch();

        await Service.DisposeAsync();

        // Whoever holds it up is cut off in the end, and that is no end in good order.
        var reading = () => reader.Until("nothing", _ => false);
        await reading.Should().ThrowAsync<EndOfStreamException>();
    }
}
