using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Board;

/// <summary>How people see that several phones ring for one caller.</summary>
public sealed class RingingAllOnTheBoardTests() : RunningServiceTest(connected: true)
{
    [Fact]
    public async Task A_caller_is_shown_with_how_many_phones_ring_and_each_operator_with_the_caller()
    {
        AllRing();
        Telephony.Call("111", "First");
        Telephony.Call("222", "Second");

        await Eventually.Holds(async () => (await Callers()).Should().Equal("111 Anna 1", "222 Вера 1"));
        await Rings("user/1002");
        Telephony.Answer("user/1002");
        await Eventually.Holds(async () => (await Callers()).Should().Equal("222 Anna 1", "111 Вера 0"));
    }

    [Fact]
    public async Task The_operators_whose_phones_ring_along_are_shown_with_the_first_caller()
    {
        AllRing();
        Telephony.Call("111", "First");

        await Eventually.Holds(async () => (await Callers()).Should().Equal("111 Anna 2"));
        (await Service.Get("/api/operators")).AsArray().Select(one => $"{one!["id"]} {one["state"]} {one["caller"]}").Should().Equal("1001 offered First", "1002 offered First");
        (await Service.Http.GetStringAsync(new Uri("/?lang=en", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("rings at Anna and 1 more");
    }

    async Task<IEnumerable<string>> Callers() =>
        (await Service.Get("/api/calls")).AsArray().Select(call => $"{call!["number"]} {call["agentName"]} {call["phones"]}");

    void AllRing()
    {
        var center = Service.Services.GetRequiredService<CallCenterService>();
        var settings = center.Current.Configuration;
        center.Post(at => new Event.Configured(at, settings with
        {
            Queues = [.. settings.Queues.Select(queue => queue with { Strategy = Strategy.RingAll })],
            Agents = [.. settings.Agents.Select(agent => agent with { Queues = ["sales"] })],
        }));
    }
}
