using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Scenarios;
using Web3Tel.Simulator.People;
using Web3Tel.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

/// <summary>On the simulated FreeSWITCH, whose sounds last three seconds: the service dies at every moment of a scenario.</summary>
public sealed class Coming_back_to_a_scenario : IDisposable
{
    const string Steps = """
        "start": { "do": "play", "prompt": "hello.wav", "next": "account" },
        "account": { "do": "collect", "prompt": "account.wav", "name": "account", "next": "menu", "otherwise": "menu" },
        "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "queue", "2": "language" }, "otherwise": "queue" },
        "language": { "do": "language", "language": "Russian", "next": "priority" },
        "priority": { "do": "priority", "seconds": 60, "next": "queue" },
        "queue": { "do": "queue", "queue": "sales", "patienceSeconds": 120, "keys": { "5": "leave" }, "otherwise": "end" },
        "leave": { "do": "menu", "prompt": "leave.wav", "keys": { "1": "queue", "2": "second" }, "otherwise": "queue" },
        "second": { "do": "menu", "prompt": "second.wav", "keys": { "1": "queue" }, "otherwise": "queue" },
        "end": { "do": "hangup" }
        """;

    readonly Spine _spine;
    ScenarioShelf _shelf = new(ScenarioDesk.Version(1, Steps));

    public Coming_back_to_a_scenario() => _spine = Begin(operators: 0);

    public void Dispose() => _spine.Dispose();

    [Fact]
    public void Who_was_in_a_menu_hears_that_menu_again()
    {
        var caller = _spine.Caller(1);
        _spine.Run(10);
        Step().Should().Be("account");
        caller.Presses("77#");
        _spine.Run(5);
        Step().Should().Be("menu");
        Restart();
        Step().Should().Be("menu");
        Journey().Should().Equal("main@1.start", "main@1.account", "main@1.menu", "main@1.menu");
        caller.Presses("1");
        _spine.Run(1);
        Waiting().Queue.Should().Be("sales");
    }

    [Fact]
    public void Who_was_in_the_queue_keeps_the_place_and_its_keys_and_goes_on_from_there()
    {
        var first = ToTheQueue(1);
        _spine.Run(5);
        ToTheQueue(2);
        var joined = _spine.Center.Current.Callers.Values.Single(caller => caller.Number.EndsWith('1')).Joined;
        Restart();
        _spine.Center.Current.Callers.Values.Should().OnlyContain(caller => caller.State is CallerState.Waiting);
        var known = _spine.Center.Current.Callers.Values.Single(caller => caller.Number.EndsWith('1'));
        known.Joined.Should().Be(joined);
        _spine.Center.Current.PositionOf(known.Call).Should().Be(1);
        first.Presses("5");
        _spine.Run(1);
        _spine.Center.Current.Callers[known.Call].Scenario!.Step.Should().Be("leave");
        _spine.Faults.Should().BeEmpty();
    }

    [Fact]
    public void The_patience_in_the_queue_counts_on_through_the_death_of_the_service()
    {
        ToTheQueue(1);
        _spine.Run(60);
        Restart();
        _spine.Run(70);
        _spine.Center.Current.Callers.Should().BeEmpty();
    }

    [Fact]
    public void Who_has_left_the_queue_for_menus_goes_on_in_the_last_of_them_and_has_the_old_place_behind_it()
    {
        var caller = ToTheQueue(1);
        var joined = Waiting().Joined;
        caller.Presses("5");
        _spine.Run(2);
        caller.Presses("2");
        _spine.Run(2);
        Step().Should().Be("second");
        Restart();
        Step().Should().Be("second");
        caller.Presses("1");
        _spine.Run(1);
        Waiting().Joined.Should().Be(joined);
    }

    [Fact]
    public void Without_the_journal_the_call_itself_remembers_the_step_and_what_was_set()
    {
        var caller = _spine.Caller(1);
        _spine.Run(8);
        caller.Presses("77#");
        _spine.Run(4);
        caller.Presses("2");
        _spine.Run(2);
        caller.Presses("5");
        _spine.Run(2);
        Step().Should().Be("leave");
        _spine.Kill();
        _spine.Journal.Entries.Clear();
        _spine.Live().Run(4);
        Step().Should().Be("leave");
        caller.Presses("1");
        _spine.Run(1);
        Waiting().Priority.TotalSeconds.Should().Be(60);
    }

    [Fact]
    public void A_call_stays_on_the_version_it_began_with_also_after_the_death_of_the_service()
    {
        var caller = ToTheQueue(1);
        _shelf.Publish(ScenarioDesk.Version(2, """ "start": { "do": "hangup" } """));
        Restart();
        caller.Presses("5");
        _spine.Run(1);
        Only().Scenario.Should().Be(new ScenarioPlace("main", 1, "leave"));
        _spine.Caller(2);
        _spine.Run(2);
        _spine.History.Single().Journey.Should().Contain(step => step.Detail == "main@2.start");
    }

    [Theory]
    [InlineData("menu", "menu")]
    [InlineData("other", "start")]
    public void A_version_that_is_not_kept_is_replaced_by_the_newest_at_the_same_step_or_at_its_beginning(string step, string reached)
    {
        var caller = _spine.Caller(1);
        _spine.Run(8);
        caller.Presses("77#");
        _spine.Run(1);
        Step().Should().Be("menu");
        _shelf = new ScenarioShelf(ScenarioDesk.Version(7, $$"""
            "start": { "do": "menu", "prompt": "new.wav", "keys": { "1": "{{step}}" }, "otherwise": "end" },
            "{{step}}": { "do": "menu", "prompt": "new.wav", "otherwise": "end" }, "end": { "do": "hangup" }
            """));
        Restart();
        Only().Scenario.Should().Be(new ScenarioPlace("main", 7, reached));
    }

    [Fact]
    public void Who_has_dialled_an_extension_waits_no_longer_for_it_because_the_service_died()
    {
        _shelf = new ScenarioShelf(ScenarioDesk.Version(1, """
            "start": { "do": "menu", "prompt": "menu.wav", "keys": { "2": "sorry" }, "extensions": [ "1" ], "otherwise": "sorry" },
            "sorry": { "do": "play", "prompt": "sorry.wav", "next": "sorry2" }, "sorry2": { "do": "play", "prompt": "sorry.wav", "next": "sorry" }
            """));
        using var spine = Begin(operators: 1, configuration: usual => OperatorQueues.AddTo(usual with { Agents = [usual.Agents[0] with { Id = "1" }] }, _shelf.Current));
        var caller = spine.Caller(1);
        spine.Run(2);
        caller.Presses("1");
        spine.Run(10);
        spine.Center.Current.Callers.Values.Single().Queue.Should().Be("operator.1");
        spine.Kill().Run(2).Live().Run(4);
        spine.Run(15);
        spine.Center.Current.Callers.Values.Single().Scenario!.Step.Should().StartWith("sorry", "thirty seconds are over");
        spine.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3.2)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(30)]
    public void A_caller_who_hangs_up_at_any_moment_is_in_the_history_once_and_nothing_is_left(double seconds)
    {
        var caller = _spine.Caller(1);
        _spine.Run(seconds);
        caller.HangsUp();
        _spine.Run(1);
        _spine.Center.Current.Callers.Should().BeEmpty();
        _spine.History.Should().ContainSingle().Which.HungUpBy.Should().Be(EndedBy.Caller);
        _spine.Run(60);
        _spine.Faults.Should().BeEmpty();
        _spine.Archive.Puts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3.2)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(30)]
    public void A_service_that_dies_at_any_moment_loses_nobody(double seconds)
    {
        _spine.Caller(1);
        _spine.Run(seconds);
        Restart();
        _spine.Run(50);
        Waiting().Queue.Should().Be("sales");
        _spine.Faults.Should().BeEmpty();
    }

    Spine Begin(int operators, Func<Configuration, Configuration>? configuration = null)
    {
        // Each life has notes of its own, as a new process has.
        ScenarioParts Parts() => new(_shelf, _ => new ScenarioLine(TimeZoneInfo.Utc));
        return new Spine(
            operators,
            reception: (center, _) => ScenarioFlow.Of(center, Parts(), "main"),
            steps: NamedSteps.None.Add(ScenarioFlow.Steps(Parts())),
            configuration: configuration);
    }

    SimulatedCaller ToTheQueue(int number)
    {
        var caller = _spine.Caller(number);
        _spine.Run(2);
        caller.Presses("7");
        _spine.Run(1);
        caller.Presses("#");
        _spine.Run(1);
        caller.Presses("1");
        _spine.Run(1);
        return caller;
    }

    void Restart() => _spine.Kill().Run(2).Live().Run(4);

    Caller Only() => _spine.Center.Current.Callers.Values.Single();

    string Step() => Only().Scenario!.Step;

    Caller Waiting()
    {
        var only = Only();
        only.State.Should().BeOfType<CallerState.Waiting>();
        return only;
    }

    IEnumerable<string?> Journey() => Only().Journey.Where(step => step.What == JourneyEvent.StepReached).Select(step => step.Detail);
}
