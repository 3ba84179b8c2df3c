using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>The service, FreeSWITCH or the wire between them fails, with SIPp calling. Skipped, visibly, where these are not installed.</summary>
public sealed class RealFaultsTests
{
    const int OperatorPort = 15200;
    const int CallerPort = 15240;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Agreement = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_service_that_stands_still_for_ten_seconds_costs_nobody_the_call_or_the_place()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort);
        await using var operators = new OperatorPhones(OperatorPort, TimeSpan.FromSeconds(15));
        await using var callers = Sipp.Callers(freeSwitch, count: 3, perSecond: 2, CallerPort);
        await TalkingAndWaiting(service, 1, 2);

        await service.StandStill();
        await using var meanwhile = Sipp.Callers(freeSwitch, count: 2, perSecond: 1, CallerPort + 10);
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        await service.GoOn();

        await Eventually.Holds(async () => (await service.Calls()).Should().HaveCount(5, service.Output), Agreement);
        (await callers.Exit(TimeSpan.FromMinutes(3))).Should().Be(0, callers.Output);
        (await meanwhile.Exit(TimeSpan.FromMinutes(3))).Should().Be(0, meanwhile.Output);
        (await operators.Unexpected()).Should().NotContain("BYE", "every conversation was ended by its operator, after the whole of it: {0}", service.Output);
        var calls = await service.Settled(freeSwitch, 5);
        calls.Should().AllSatisfy(call => call.Result.Should().Be("answered", "of {0}", call));
        calls.OrderBy(call => call.Joined).Select(call => call.HandedOver).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task What_happened_while_the_service_was_dead_is_found_put_right_and_counted()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort + 80, OperatorPort + 84);
        await using var one = Sipp.Operators(OperatorPort + 80, TimeSpan.FromSeconds(100));
        await using var other = Sipp.Operators(OperatorPort + 84, TimeSpan.FromSeconds(100));
        await using var callers = Sipp.Callers(freeSwitch, count: 4, perSecond: 2, CallerPort + 80);
        await TalkingAndWaiting(service, 2, 2);
        var calls = await service.Calls();
        var (over, parted) = (calls.First(call => call.State == "talking").Id, calls.Last(call => call.State == "talking").Id);
        var ghost = calls.Last(call => call.State == "waiting").Id;
        await service.GrownOld(freeSwitch);

        await service.Kill();
        (await freeSwitch.Api($"uuid_kill {over}")).Should().Contain("+OK");
        (await freeSwitch.Api($"uuid_kill {ghost}")).Should().Contain("+OK");
        var leg = (await freeSwitch.Api($"uuid_getvar {parted} bridge_to")).Trim();
        await freeSwitch.Api($"uuid_dual_transfer {leg} park:/inline park:/inline");
        await Eventually.Holds(async () => (await freeSwitch.Api($"uuid_getvar {parted} bridge_to")).Should().Contain("_undef_"), Patience);
        await service.Live();

        await Eventually.Holds(
            async () => (await service.Repairs()).Where(one => one.Value > 0).Should().BeEquivalentTo(
                new Dictionary<string, int> { ["ghostCaller"] = 1, ["lostConversation"] = 1, ["partedConversation"] = 1, ["runningRecording"] = 1 }, service.Output),
            Agreement);
        service.Output.Should().Contain("Found and put right: PartedConversation");
        await Eventually.Holds(async () => (await freeSwitch.Api($"uuid_exists {parted}")).Trim().Should().Be("false", "who hears nobody is let go"), Patience);
    }

    [Fact]
    public async Task A_FreeSWITCH_that_is_killed_and_started_again_leaves_no_ghosts_and_the_next_caller_is_served()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort + 4);
        await using (Sipp.Operators(OperatorPort + 4, TimeSpan.FromSeconds(100)))
        await using (Sipp.Callers(freeSwitch, count: 3, perSecond: 3, CallerPort + 20))
        {
            await TalkingAndWaiting(service, 1, 2);
            await freeSwitch.Kill();
        }

        await freeSwitch.Boot();
        await Eventually.Holds(
            async () =>
            {
                (await service.Calls()).Should().BeEmpty(service.Output);
                (await service.Ready()).Should().Be(1);
                (await service.History()).Should().HaveCount(3);
            },
            Agreement);

        await using var operators = Sipp.Operators(OperatorPort + 4, TimeSpan.FromSeconds(1));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 30);
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        (await service.Settled(freeSwitch, 4)).MaxBy(call => call.EndedAt)!.Result.Should().Be("answered");
    }

    [Fact]
    public async Task Every_connection_reset_leaves_conversations_talking_and_callers_at_their_places()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var wires = new Wires(freeSwitch);
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, wires.Settings, [OperatorPort + 8]);
        await using var operators = new OperatorPhones(OperatorPort + 8, TimeSpan.FromSeconds(8));
        await using var callers = Sipp.Callers(freeSwitch, count: 4, perSecond: 4, CallerPort + 40);
        await TalkingAndWaiting(service, 1, 3);

        wires.Reset();

        await Eventually.Holds(() => TalkingAndWaitingNow(service, 1, 3), Agreement);
        (await callers.Exit(Patience)).Should().Be(0, callers.Output);
        (await operators.Unexpected()).Should().NotContain("BYE", "every conversation was ended by its operator, after the whole of it: {0}", service.Output);
        var ended = await service.Settled(freeSwitch, 4);
        ended.Should().AllSatisfy(call => call.Result.Should().Be("answered", "of {0}", call));
        ended.OrderBy(call => call.Joined).Select(call => call.HandedOver).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task Twenty_calls_are_served_in_order_while_every_fifth_write_is_torn_into_pieces()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var wires = new Wires(freeSwitch, torn: 0.2);
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, wires.Settings, [OperatorPort + 12, OperatorPort + 12, OperatorPort + 12]);
        await using var operators = Sipp.Operators(OperatorPort + 12, TimeSpan.FromSeconds(2));
        await using var callers = Sipp.Callers(freeSwitch, count: 20, perSecond: 10, CallerPort + 50);

        (await callers.Exit(Patience)).Should().Be(0, callers.Output);

        var ended = await service.Settled(freeSwitch, 20);
        ended.Should().AllSatisfy(call => call.Result.Should().Be("answered", "of {0}", call));
        ended.OrderBy(call => call.Joined).Select(call => call.HandedOver).Should().BeInAscendingOrder();
        wires.Events.Torn.Should().BePositive();
        wires.Calls.Torn.Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task While_the_service_is_away_callers_cost_no_more_and_more_files_and_they_are_taken_up_within_three_seconds_of_its_return()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var callers = Sipp.Callers(freeSwitch, count: 20, perSecond: 20, CallerPort + 60);
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(20), Patience);
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, TestContext.Current.CancellationToken);
        var files = freeSwitch.OpenFiles;
        await Task.Delay(TimeSpan.FromSeconds(12), TimeProvider.System, TestContext.Current.CancellationToken);
        freeSwitch.OpenFiles.Should().BeCloseTo(files, 5, "twenty callers have asked for the service six times each");

        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Operators__0__SignedIn"] = "false" }, [OperatorPort + 16]);
        await Eventually.Holds(async () => (await service.Count("waiting")).Should().Be(20, service.Output), TimeSpan.FromSeconds(3));
    }

    static Task TalkingAndWaiting(ServiceOnFreeSwitch service, int talking, int waiting) =>
        Eventually.Holds(() => TalkingAndWaitingNow(service, talking, waiting), Patience);

    static async Task TalkingAndWaitingNow(ServiceOnFreeSwitch service, int talking, int waiting)
    {
        (await service.Count("talking")).Should().Be(talking, service.Output);
        (await service.Count("waiting")).Should().Be(waiting, service.Output);
    }
}
