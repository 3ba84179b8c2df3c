using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Web3Tel.Tests.Voicemail;

namespace Web3Tel.Tests.Scenarios;

/// <summary>A call center whose callers go through scenarios that the test writes as JSON, on virtual time.</summary>
sealed class ScenarioDesk
{
    public static readonly QueueSettings Sales = Desk.Sales with { Music = "moh" };

    /// <param name="steps">The steps of the scenario <c>main</c>, the first of which is <c>start</c>.</param>
    public ScenarioDesk(string steps, Func<ScenarioParts, ScenarioParts>? parts = null, Func<Configuration, Configuration>? configuration = null, ScenarioLine? line = null, string more = "")
    {
        Shelf = new ScenarioShelf(Version(1, steps, more));
        var all = new ScenarioParts(Shelf, _ => line ?? new ScenarioLine(TimeZoneInfo.Utc)) { Messages = Messages };
        Parts = parts is null ? all : parts(all);
        var usual = new Configuration { Queues = [Sales], Agents = [Desk.Serving("anna", "sales") with { SignedIn = false }], LineOut = "out/{number}" };
        Running = RunningCenter.Open(
            OperatorQueues.AddTo(configuration is null ? usual : configuration(usual), Shelf.Current),
            NamedSteps.None.Add(ScenarioFlow.Steps(Parts)),
            center => ScenarioFlow.Of(center, Parts, "main"));
    }

    public ScenarioShelf Shelf { get; }

    public ScenarioParts Parts { get; }

    public MemoryMessages Messages { get; } = new();

    public RunningCenter Running { get; }

    public ImmutableArray<string> Troubles => [.. Running.Journal.Entries.Select(entry => entry.Event).OfType<Event.StepReached>().Select(reached => reached.Trouble).OfType<string>()];

    /// <summary>The steps taken, by their ids.</summary>
    public IEnumerable<string> Taken => Running.Journal.Entries.Select(entry => entry.Event).OfType<Event.StepReached>()
        .Where(reached => reached.Trouble is null).Select(reached => reached.Place.Step);

    public static Scenario Version(int version, string steps, string more = "")
    {
        var (scenario, problems) = ScenarioJson.Read($$"""{ "name": "main", "version": {{version}}, "start": "start", {{more}} "steps": { {{steps}} } }""");
        problems.Should().BeEmpty();
        return scenario!;
    }

    public ScenarioCall Arrives(string id = "caller", ImmutableDictionary<string, string>? variables = null) => Arrives(new ScriptedCall(id, variables));

    public ScenarioCall Arrives(ScriptedCall call)
    {
        Running.Arrives(call);
        return new ScenarioCall(this, call);
    }

    public void Wait(double seconds) => Running.Clock.AdvanceBy(TimeSpan.FromSeconds(seconds));

    public Caller? Caller(string id = "caller") => Running.Center.Current.Callers.GetValueOrDefault(Desk.Call(id));
}
