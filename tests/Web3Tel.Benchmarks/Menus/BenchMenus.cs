using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Menus;
using Web3Tel.Scenarios;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>Menus in three levels, of nine keys each, in C# and as a scenario: 1 leads down, <c>*</c> back.</summary>
static class BenchMenus
{
    const string Name = "main";
    const int Levels = 3;

    /// <summary>What a caller presses: each key leads to another menu.</summary>
    public const string Keys = "111***11*1**1*11**";

    static readonly Menu<bool> InCode = Enumerable.Range(0, Levels).Aggregate(
        new Menu<bool>("level4.wav", true).Back(),
        (below, level) => Enumerable.Range(2, 8).Aggregate(
            new Menu<bool>($"level{Levels - level}.wav", true).On("1", below).Back().Repeat(), (menu, key) => menu.On($"{key}", true)));

    public static Flow<Unit> Flow(Distributor center, IScheduler scheduler) =>
        FlowSteps.Answer.Then(call => MenuFlow.Choose(InCode, scheduler)(call).Select(_ => Unit.Default)).Then(FlowSteps.HangUp(HangupCause.NormalClearing)).Select(_ => Unit.Default);

    public static Flow<Unit> OfScenario(Distributor center, IScheduler _)
    {
        var menus = Enumerable.Range(1, Levels + 1).Select(level => $$"""
            "level{{level}}": { "do": "menu", "prompt": "level{{level}}.wav", "otherwise": "end",
              "keys": { {{string.Join(", ", Enumerable.Range(1, 9).Select(key => $"\"{key}\": \"{(key == 1 && level <= Levels ? $"level{level + 1}" : "end")}\""))}} } }
            """);
        var (scenario, problems) = ScenarioJson.Read(
            $$"""{ "name": "{{Name}}", "version": 1, "start": "level1", "steps": { {{string.Join(", ", menus)}}, "end": { "do": "hangup" } } }""");
        var shelf = new ScenarioShelf(scenario ?? throw new InvalidOperationException($"The benchmark's scenario is wrong: {problems[0].English}"));
        return ScenarioFlow.Of(center, new ScenarioParts(shelf, _ => new ScenarioLine(TimeZoneInfo.Utc)), Name);
    }
}
