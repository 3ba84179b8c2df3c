using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Scenarios;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>A fifth of a world's callers go through a scenario to the same queue: a menu, a patience of its own, keys to another menu and to a number.</summary>
static class ScenarioCallers
{
    static readonly ScenarioShelf Shelf = new(new[] { "sales", "service" }.Select(Of));

    public static bool Is(string number) => number[^1] is '6' or '7';

    public static string ScenarioOf(string number) => CallerNumbers.QueueOf(number);

    /// <summary>
    /// In a menu, though in no queue as far as the service knows: given up while out of sight, and back with the place on the call itself.
    /// </summary>
    public static bool IsAsked(Caller caller) => caller is { State: CallerState.Arrived, Scenario.Step: not "queue" };

    /// <summary>Of one life of the service: what it has noted dies with it.</summary>
    public static ScenarioParts Parts() => new(Shelf, call => new ScenarioLine(TimeZoneInfo.Utc)
    {
        Priority = CallerNumbers.PriorityOf(call.Number) ?? TimeSpan.Zero,
        Skills = CallerNumbers.SkillsOf(call.Number),
    });

    /// <summary>That something is wrong in a step is told in the journey, and changes nothing else.</summary>
    public static bool IsToldOnly(CallCenter before, Caller caller, CallCenter after) =>
        Laws.AreSame(before, after with { Number = before.Number, Callers = after.Callers.SetItem(caller.Call, caller) })
        && after.Callers[caller.Call].Journey.Count == caller.Journey.Count + 1;

    static Scenario Of(string queue) => ScenarioJson.Read($$"""
        {
          "name": "{{queue}}", "start": "menu",
          "steps": {
            "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "queue" }, "tries": 1, "patienceSeconds": 2, "otherwise": "queue" },
            "queue": { "do": "queue", "queue": "{{queue}}", "patienceSeconds": 90, "keys": { "3": "leave", "4": "number" }, "otherwise": "leave" },
            "leave": { "do": "menu", "prompt": "leave.wav", "keys": { "1": "queue", "2": "end" }, "tries": 1, "patienceSeconds": 3, "otherwise": "queue" },
            "number": { "do": "number", "number": "5555", "otherwise": "queue" },
            "end": { "do": "hangup", "prompt": "bye.wav" }
          }
        }
        """).Scenario!;
}
