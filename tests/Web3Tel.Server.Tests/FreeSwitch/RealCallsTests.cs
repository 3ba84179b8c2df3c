using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>The service on a FreeSWITCH of its own, with SIPp for callers and operators. Skipped, visibly, where these are not installed.</summary>
public sealed class RealCallsTests
{
    const int OperatorPort = 16100;
    const int CallerPort = 16001;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Two_hundred_calls_are_answered_in_order_recorded_and_in_the_history()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, [.. Enumerable.Repeat(OperatorPort, 20)]);
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(4));
        await using var callers = Sipp.Callers(freeSwitch, count: 200, perSecond: 10, CallerPort);

        (await callers.Exit(Patience)).Should().Be(0, callers.Output);

        var calls = await service.Settled(freeSwitch, 200, Settling);
        calls.Should().AllSatisfy(call => call.Result.Should().Be("answered"));
        ShouldBeServedInOrder(calls);
        calls.Should().AllSatisfy(call => Recorded(freeSwitch, call).Should().BeApproximately(call.TalkedSeconds!.Value, 1, "the whole conversation is in it"));
        // Operators talk for four seconds by their own clock: on a machine that takes three of them to join the two, this is what fails.
        calls.Should().AllSatisfy(call => Recorded(freeSwitch, call).Should().BeGreaterThan(1));
        foreach (var agent in calls.GroupBy(call => call.Agent))
        {
            var taken = agent.OrderBy(call => call.Answered).ToList();
            taken.Zip(taken.Skip(1)).Should().AllSatisfy(pair => pair.Second.Answered.Should().BeOnOrAfter(pair.First.EndedAt, "an operator has one call at a time"));
        }
    }

    [Fact]
    public async Task A_hundred_waiting_and_ten_talking_callers_live_through_the_death_of_the_service()
    {
        var talk = TimeSpan.FromSeconds(8);
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, [.. Enumerable.Repeat(OperatorPort, 10)]);
        await using var operators = new OperatorPhones(OperatorPort, talk);
        await using var callers = Sipp.Callers(freeSwitch, count: 110, perSecond: 40, CallerPort);
        await Eventually.Holds(
            async () =>
            {
                (await service.Count("talking")).Should().Be(10);
                (await service.Count("waiting")).Should().Be(100);
            },
            TimeSpan.FromSeconds(60));

        await service.Kill();
        // What FreeSWITCH shows lags behind what it does. Nothing can come any more, so that one who is missing would be missing for good.
        await Eventually.Holds(
            async () => (await freeSwitch.Channels()).Should().Be(120, "110 callers and 10 operators need no service to stay"),
            TimeSpan.FromSeconds(3));
        await service.Live();

        (await callers.Exit(Patience)).Should().Be(0, callers.Output);
        var calls = await service.Settled(freeSwitch, 110, Settling);
        calls.Should().AllSatisfy(call => call.Result.Should().Be("answered"));
        (await operators.Unexpected()).Should().NotContain("BYE", "every conversation was ended by its operator, after the whole of it");
        ShouldBeServedInOrder(calls);
    }

    [Fact]
    public async Task Callers_who_hang_up_at_any_moment_leave_nothing_behind()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort, OperatorPort, OperatorPort);
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(2));
        await using var callers = Sipp.ImpatientCallers(freeSwitch, count: 60, perSecond: 5, CallerPort);

        await callers.Exit(Patience);

        await service.Settled(freeSwitch, 60, Settling);
    }

    [Fact]
    public async Task An_operator_who_hangs_up_at_the_very_answer_costs_no_caller_the_place()
    {
        const int Fumbling = OperatorPort + 1;
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Fumbling, OperatorPort);
        await using var fumbling = Sipp.Operators(Fumbling, TimeSpan.FromMilliseconds(1));
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(1));
        await using var callers = Sipp.Callers(freeSwitch, count: 10, perSecond: 5, CallerPort);

        (await callers.Exit(Patience)).Should().Be(0, callers.Output);

        var calls = await service.Settled(freeSwitch, 10, Settling);
        calls.Should().AllSatisfy(call => call.Result.Should().Be("answered"));
    }

    [Fact]
    public async Task The_second_caller_of_a_line_with_one_channel_hears_the_busy_tone()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Lines__0__Number"] = "1000", ["Lines__0__Channels"] = "1" }, [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(8));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1));

        await using var second = Sipp.BusyCaller(freeSwitch, CallerPort + 10);
        (await second.Exit(Patience)).Should().Be(0, second.Output);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await using var third = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 20);
        (await third.Exit(Patience)).Should().Be(0, third.Output);
        var calls = await service.Settled(freeSwitch, 3, Settling);
        calls.OrderBy(call => call.EndedAt).Select(call => call.Result).Should().Equal("turnedAway", "answered", "answered");
    }

    [Fact]
    public async Task Twenty_who_wait_are_served_in_order_while_the_strategy_and_an_operators_tier_change()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Operators__0__SignedIn"] = "false", ["Operators__1__SignedIn"] = "false" }, [OperatorPort, OperatorPort]);
        await using var operators = new OperatorPhones(OperatorPort, TimeSpan.FromSeconds(3));
        await using var callers = Sipp.Callers(freeSwitch, count: 20, perSecond: 10, CallerPort);
        await Eventually.Holds(async () => (await service.Count("waiting")).Should().Be(20), TimeSpan.FromSeconds(60));
        await service.CommandOperator("op0", "sign-in");
        await service.CommandOperator("op1", "sign-in");
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(2), TimeSpan.FromSeconds(30));

        (await service.Publish(document => document["Queues"]![0]!["Strategy"] = "TopDown")).Should().Be(2);
        (await service.Publish(document => document["Operators"]![0]!["Tiers"] = new JsonArray(
            new JsonObject { ["Queue"] = (string)document["Queues"]![0]!["Name"]!, ["Level"] = 2 }))).Should().Be(3);
        (await service.Count("waiting") + await service.Count("talking")).Should().BeInRange(16, 20, "nobody is dropped by a change");

        (await callers.Exit(Patience)).Should().Be(0, callers.Output);
        var calls = await service.Settled(freeSwitch, 20, Settling);
        calls.Should().AllSatisfy(call => call.Result.Should().Be("answered"));
        ShouldBeServedInOrder(calls);
        (await operators.Unexpected()).Should().NotContain("BYE", "every conversation was ended by its operator, after the whole of it");
        (await service.Audit()).Where(record => record.Act == "configure").Should().HaveCount(2);
    }

    /// <summary>Whoever joined first is handed over first; a failure shows the two whole journeys.</summary>
    static void ShouldBeServedInOrder(IEnumerable<Ended> calls)
    {
        var ordered = calls.OrderBy(call => call.Joined).ToList();
        ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.HandedOver < pair.First.HandedOver)
            .Select(pair => $"{pair.First}\nbefore\n{pair.Second}").Should().BeEmpty();
    }

    /// <summary>How many seconds FreeSWITCH has recorded: 16 bits, 8 kHz, one channel.</summary>
    static double Recorded(RealFreeSwitch freeSwitch, Ended call) => new FileInfo(Path.Combine(freeSwitch.Recordings, call.Recording!)).Length / 16_000.0;
}
