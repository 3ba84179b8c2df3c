using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Callers who are asked for a mark, on a real FreeSWITCH: the key by RTP. Skipped, visibly, where it or SIPp is not installed.</summary>
public sealed class RealSurveyTests : IDisposable
{
    const int OperatorPort = 15340;
    const int CallerPort = 15350;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(4);

    static readonly Dictionary<string, string> Settings = new()
    {
        ["Queues__0__AfterTalk"] = "step:survey",
        ["Survey__Question"] = "tone_stream://%(20000,0,300)",
        ["Survey__Thanks"] = "tone_stream://%(500,0,600)",
    };

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task When_the_operator_has_hung_up_the_caller_presses_five_and_it_is_in_the_history()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, Talk);
        await using var caller = Sipp.Rating(freeSwitch, CallerPort, folder.Path, TimeSpan.FromSeconds(16), '5');

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var ended = await Only(service);
        ended.Result.Should().Be("answered");
        ended.Journey.Select(step => step.What).Should().ContainInOrder("connected", "sentOn", "rated", "ended").And.NotContain("lostSight", "the caller comes once, by one connection");
        ended.Journey.Should().ContainSingle(step => step.What == "cameBack");
        ended.Journey.Single(step => step.What == "rated").Should().Match<Step>(step => step.Agent == "op0" && step.Detail == "survey: 5");
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0), Patience);
    }

    [Fact]
    public async Task A_service_killed_in_the_conversation_asks_when_it_lives_again()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, [OperatorPort + 20]);
        await using var operators = Sipp.Operators(OperatorPort + 20, Talk);
        await using var caller = Sipp.Rating(freeSwitch, CallerPort + 20, folder.Path, TimeSpan.FromSeconds(30), '3');
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1), Patience);

        await service.Kill();
        await service.Live();

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        (await Only(service)).Journey.Should().Contain(step => step.What == "rated" && step.Detail == "survey: 3");
    }

    static async Task<Ended> Only(ServiceOnFreeSwitch service)
    {
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output), Patience);
        return (await service.History()).Single();
    }
}
