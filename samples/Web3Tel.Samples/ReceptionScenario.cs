using System.Collections.Immutable;
using System.Reactive;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Hours;
using Web3Tel.Scenarios;
using Web3Tel.Voicemail;

namespace Web3Tel.Samples;

/// <summary>Shows a scenario as data, written in C#. The same as JSON is in docs/zero-to-call.md.</summary>
public static class ReceptionScenario
{
    static readonly ImmutableArray<Period> Day = [new(new TimeOnly(9, 0), new TimeOnly(18, 0))];

    public static Scenario Scenario { get; } = new()
    {
        Name = "reception",
        Start = "hours",
        Operator = "sales",
        Calendars = ImmutableSortedDictionary<string, Calendar>.Empty.Add("office", new Calendar
        {
            TimeZone = "Europe/Moscow",
            Week = ImmutableSortedDictionary<string, ImmutableArray<Period>>.Empty.Add("monday-friday", Day),
            Holidays = ["01-01", "05-09"],
        }),
        Steps = Scenario.StepsOf(
            ("hours", new ScenarioStep.Hours { Calendar = "office", Open = "hello", Closed = "closed" }),
            ("hello", new ScenarioStep.Greeting { Prompt = new ScenarioPrompt("hello.wav", "Welcome", "Здравствуйте"), Next = "menu" }),
            ("menu", new ScenarioStep.Menu { Prompt = "menu.wav", Otherwise = "sales" }.On("1", "sales").On("2", "support")),
            ("support", new ScenarioStep.Menu { Prompt = "support.wav", Otherwise = "sales" }.On("1", "sales").On("2", "message")),
            ("sales", new ScenarioStep.Queue { Name = "sales", Patience = TimeSpan.FromMinutes(5), Otherwise = "message" }.On("9", "menu")),
            ("closed", new ScenarioStep.Say { English = "We are closed now.", Russian = "Сейчас мы не работаем.", Next = "message" }),
            ("message", new ScenarioStep.Voicemail { Mailbox = "queue:sales" })),
    };

    public static ScenarioParts Parts(IMessages messages) =>
        new(new ScenarioShelf(Scenario), _ => new ScenarioLine(TimeZoneInfo.Utc)) { Messages = messages };

    /// <summary>What callers meet. Queues lead back into it by its <see cref="ScenarioFlow.Steps"/>.</summary>
    public static Flow<Unit> Flow(Distributor center, ScenarioParts parts) => ScenarioFlow.Of(center, parts, "reception");
}
