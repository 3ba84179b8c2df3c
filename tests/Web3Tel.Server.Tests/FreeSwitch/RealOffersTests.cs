using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>How operators' telephones are rung, and what they answer, on a real FreeSWITCH with SIPp. Skipped, visibly, where these are not installed.</summary>
public sealed class RealOffersTests : IDisposable
{
    const int OperatorPort = 15640;
    const int CallerPort = 15670;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whose_telephone_is_busy_or_not_registered_rests_and_the_next_one_has_the_caller_at_once()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new() { ["Queues__0__Strategy"] = "TopDown", ["Operators__1__Destination"] = "user/1001" },
            [OperatorPort, OperatorPort + 4, OperatorPort + 8]);
        await using var busy = Sipp.Busy(OperatorPort, folder.Path);
        await using var operators = Sipp.Operators(OperatorPort + 8, TimeSpan.FromSeconds(1));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output), Patience);
        var call = (await service.History()).Single();
        (call.Result, call.Agent).Should().Be(("answered", "op2"));
        call.Journey.Where(step => step.What == "offerEnded").Select(step => (step.Agent, step.Detail)).Should()
            .Equal(("op0", "Busy"), ("op1", "Unreachable"), ("op2", "Answered"));
        ((string?)(await service.Operator("op0"))["why"], (string?)(await service.Operator("op1"))["why"]).Should().Be(("busy", "unreachable"));
    }

    [Fact]
    public async Task The_telephone_shows_queue_and_caller_and_is_asked_to_answer_by_itself()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Queues__0__Label"] = "Sales", ["Operators__0__AutoAnswer"] = "true" }, [OperatorPort + 10]);
        await using var operators = Sipp.OperatorsWhoWrite(OperatorPort + 10, folder.Path, TimeSpan.FromSeconds(1), folder["operator.log"]);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 10);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var invite = (await File.ReadAllTextAsync(folder["operator.log"], TestContext.Current.CancellationToken)).Split("INVITE sip:")[1].Split("\r\n\r\n")[0];
        var lines = invite.Split('\n').Select(line => line.Trim()).ToList();
        lines.Single(line => line.StartsWith("From:", StringComparison.Ordinal)).Should().Contain("\"Sales - Caller 1\" <sip:+79161@");
        lines.Single(line => line.StartsWith("Call-Info:", StringComparison.Ordinal)).Should().Contain(";answer-after=0");
    }

    [Fact]
    public async Task A_caller_forgotten_on_hold_rings_back_at_the_operators_telephone()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Queues__0__HoldReminderSeconds"] = "2", ["Queues__0__LongestHoldSeconds"] = "5" }, [OperatorPort + 20]);
        await using var operators = Sipp.Operators(OperatorPort + 20, Talk);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 20);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        var call = (await service.Calls()).Single().Id;

        await service.Command(call, "hold");
        await Eventually.Holds(async () => (await service.Count("onHold")).Should().Be(1, service.Output), Patience);
        await Eventually.Holds(async () => (await service.Count("transferring")).Should().Be(1, service.Output), Patience);
        (await freeSwitch.Channels()).Should().BeInRange(1, 2, "the operator's first leg is gone, and the telephone rings");
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        (await freeSwitch.Channels()).Should().Be(2);
        await service.Command(call, "hang-up");

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output), Patience);
        var ended = (await service.History()).Single();
        (ended.Result, ended.Agent).Should().Be(("answered", "op0"));
        ended.Journey.Select(step => step.What).Should().ContainInOrder("connected", "held", "rungBack", "connected", "ended").And.NotContain("backInQueue");
    }

    [Fact]
    public async Task An_operator_asks_a_number_outside_and_hands_the_caller_over()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{OperatorPort + 34}" }, [OperatorPort + 30]);
        await using var operators = Sipp.Operators(OperatorPort + 30, Talk);
        await using var outside = Sipp.Operators(OperatorPort + 34, TimeSpan.FromSeconds(8));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 30);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        var call = (await service.Calls()).Single().Id;

        await service.Command(call, "consult", new { number = "5551" });
        await Eventually.Holds(() => service.Command(call, "consult/complete"), Patience);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output), Patience);
        (await service.History()).Single().Journey.Select(step => $"{step.What} {step.Detail}").Should().ContainInOrder("consulted Number: 5551", "connected 5551");
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0), Patience);
    }
}
