using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A scenario on a real FreeSWITCH, its menus chosen by RTP. Skipped, visibly, where it or SIPp is not installed.</summary>
public sealed class RealScenarioTests : IDisposable
{
    const int OperatorPort = 15960;
    const int CallerPort = 15811;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TempFolder folder = new();

    /// <summary>Both prompts last for a minute: who does not dial through them gets nowhere in time.</summary>
    public RealScenarioTests() => File.WriteAllText(folder["main.json"], """
        {
          "name": "main", "start": "main",
          "steps": {
            "main": { "do": "menu", "prompt": "tone_stream://%(60000,0,400)", "keys": { "1": "end", "2": "support" }, "otherwise": "end" },
            "support": { "do": "menu", "prompt": "tone_stream://%(60000,0,500)", "keys": { "1": "queue", "3": "message" }, "otherwise": "end" },
            "queue": { "do": "queue", "queue": "reception" },
            "message": { "do": "voicemail", "mailbox": "queue:reception" },
            "end": { "do": "hangup", "cause": "USER_BUSY" }
          }
        }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_levels_dialled_through_ahead_lead_to_the_queue_and_its_operator()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(), [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromMinutes(1));
        await using var caller = Sipp.Dialling(freeSwitch, "1000", CallerPort, "21", stay: TimeSpan.FromSeconds(12));

        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Steps(service, "main@1.main", "main@1.support", "main@1.queue");
        await Eventually.Holds(
            async () => (await service.Recordings("number=(916)-1&queue=reception")).Should().ContainSingle(service.Output).Which["file"]!.ToString().Should().Be("finished"), Patience);
        (await service.Recordings("number=917")).Should().BeEmpty();
    }

    [Fact]
    public async Task And_another_key_to_a_message()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(), []);
        await using var caller = Sipp.Dialling(freeSwitch, "1000", CallerPort + 10, "23", stay: TimeSpan.FromSeconds(14));

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Steps(service, "main@1.main", "main@1.support", "main@1.message");
        await Eventually.Holds(
            async () => (await service.Voicemail()).Should().ContainSingle(service.Output).Which["mailbox"]!.ToString().Should().Be("queue:reception"), Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tones_in_the_sound_choose_where_the_line_is_set_so_and_nowhere_else(bool isSet)
    {
        await using var freeSwitch = await RealFreeSwitch.Start(conf =>
        {
            var vars = Path.Combine(conf, "vars.xml");
            File.WriteAllText(vars, File.ReadAllText(vars).Replace("inband_dtmf_lines=(?!)", isSet ? "inband_dtmf_lines=^1000$" : "inband_dtmf_lines=^2000$", StringComparison.Ordinal));
        });
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(), []);
        await File.WriteAllBytesAsync(folder["keys.alaw"], Tones.Keys("21"), TestContext.Current.CancellationToken);
        await using var caller = Sipp.Whistling(freeSwitch, "1000", CallerPort + 30, folder.Path, stay: TimeSpan.FromSeconds(14));

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Steps(service, isSet ? ["main@1.main", "main@1.support", "main@1.queue"] : ["main@1.main"]);
    }

    [Fact]
    public async Task A_service_killed_in_the_second_menu_finds_the_caller_there_again()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(), []);
        await using var caller = Sipp.Dialling(freeSwitch, "1000", CallerPort + 20, "2", stay: TimeSpan.FromSeconds(25));
        await Eventually.Holds(async () => (await service.Steps()).Should().Equal("main@1.support"), Patience);

        await service.Kill();
        await service.Live();

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Steps(service, "main@1.main", "main@1.support", "main@1.support");
    }

    Dictionary<string, string> Settings() => new()
    {
        ["Scenarios"] = folder.Path,
        ["Lines__0__Number"] = "1000",
        ["Lines__0__Scenario"] = "main",
        ["Voicemail__Greeting"] = "tone_stream://%(300,0,300)",
        ["Voicemail__SilenceSeconds"] = "30",
    };

    static Task Steps(ServiceOnFreeSwitch service, params string[] steps) => Eventually.Holds(
        async () => (await service.Journeys()).Should().ContainSingle(service.Output).Which
            .Where(step => step.What == "stepReached").Select(step => step.Detail).Should().Equal(steps),
        Patience);
}
