using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Callers who hang up, one at each stage of a call, on a real FreeSWITCH with SIPp. Skipped, visibly, where these are not installed.</summary>
public sealed class RealAbandonsTests : IDisposable
{
    const int OperatorPort = 15320;
    const int CallerPort = 15340;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_greeting_the_wait_the_ringing_or_the_conversation_leaves_nothing_behind()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new()
            {
                ["Greeting"] = "tone_stream://%(6000,0,300)",
                ["Queues__0__RingSeconds"] = "60",
                ["Operators__0__SignedIn"] = "false",
                ["Operators__1__SignedIn"] = "false",
            },
            [OperatorPort, OperatorPort + 4]);
        await using var absent = Sipp.Absent(OperatorPort);
        await using var answering = Sipp.Customer(OperatorPort + 4, folder["operator.log"]);

        var greeted = await Left(service, freeSwitch, CallerPort, TimeSpan.FromSeconds(1));
        greeted.Result.Should().Be("notQueued", "of {0}", string.Join(", ", greeted.Journey));
        Happened(greeted).Should().NotContain("joined");

        var waited = await Left(service, freeSwitch, CallerPort + 4, TimeSpan.FromSeconds(10));
        waited.Result.Should().Be("abandoned", "of {0}", string.Join(", ", waited.Journey));
        Happened(waited).Should().Contain("joined").And.NotContain("offered");

        await service.CommandOperator("op0", "sign-in");
        var rung = await Left(service, freeSwitch, CallerPort + 8, TimeSpan.FromSeconds(10));
        rung.Result.Should().Be("abandoned", "of {0}", string.Join(", ", rung.Journey));
        Happened(rung).Should().ContainInOrder("joined", "offered").And.NotContain("connected");
        await Eventually.Holds(async () => (await service.Does("op0")).Should().Be("ready", "it did nothing wrong"), Patience);
        await service.CommandOperator("op0", "sign-out");

        await service.CommandOperator("op1", "sign-in");
        var talked = await Left(service, freeSwitch, CallerPort + 12, TimeSpan.FromSeconds(12));
        (talked.Result, talked.Agent).Should().Be(("answered", "op1"));
        (await File.ReadAllTextAsync(folder["operator.log"], TestContext.Current.CancellationToken)).Should().Contain("BYE sip:", "the operator is told");
        await Eventually.Holds(async () => (await service.Does("op1")).Should().Be("ready"), Patience);
    }

    /// <summary>What the history has of a caller who hung up then.</summary>
    async Task<Ended> Left(ServiceOnFreeSwitch service, RealFreeSwitch freeSwitch, int port, TimeSpan after)
    {
        var before = await service.History();
        await using var caller = Sipp.LeavingCaller(freeSwitch, port, folder.Path, after);
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        Ended? left = null;
        await Eventually.Holds(
            async () =>
            {
                left = (await service.History()).ExceptBy(before.Select(one => one.Id), one => one.Id).Should().ContainSingle(service.Output).Subject;
                (await freeSwitch.Channels()).Should().Be(0);
                (await service.Calls()).Should().BeEmpty();
            },
            Patience);
        return left!;
    }

    static IEnumerable<string> Happened(Ended call) => call.Journey.Select(step => step.What);
}
