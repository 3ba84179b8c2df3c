using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

public sealed class Leaving_a_queue_for_a_step
{
    const string Steps = """
        "start": { "do": "queue", "queue": "sales", "patienceSeconds": 60, "keys": { "5": "menu" }, "otherwise": "sorry" },
        "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "start", "2": "message" }, "otherwise": "start" },
        "message": { "do": "voicemail" },
        "sorry": { "do": "play", "prompt": "sorry.wav", "next": "message" }
        """;

    [Fact]
    public void A_key_leads_to_a_menu_and_the_menu_back_to_the_queue_with_the_place_kept()
    {
        var desk = new ScenarioDesk(Steps);
        var first = desk.Arrives("first");
        desk.Wait(10);
        desk.Arrives("second");
        first.Presses("5");
        desk.Running.Center.Current.PositionOf(Desk.Call("second")).Should().Be(1);
        first.Heard.Should().EndWith("play menu.wav");
        first.Presses("1");
        desk.Running.Center.Current.PositionOf(Desk.Call("first")).Should().Be(1);
        desk.Caller("first")!.Joined.Should().Be(Desk.Opening);
        first.Heard.Should().EndWith("music moh");
        desk.Running.AnnaComes();
        desk.Running.Switch.Answer("user/anna");
        desk.Caller("first")!.State.Should().BeOfType<CallerState.Talking>();
        desk.Running.Faults.Should().BeEmpty();
    }

    [Fact]
    public void An_exit_key_of_the_queue_leads_to_a_step_by_its_name_in_the_version_of_the_call()
    {
        var desk = new ScenarioDesk(Steps, configuration: usual => usual with
        {
            Queues = [ScenarioDesk.Sales with { ExitKeys = [new ExitKey('9', new NextStep.Named("main.menu"))] }],
        });
        var call = desk.Arrives();
        desk.Shelf.Publish(ScenarioDesk.Version(2, Steps.Replace("menu.wav", "other.wav", StringComparison.Ordinal)));
        call.Presses("9");
        call.Heard.Should().EndWith("play menu.wav");
        desk.Arrives("later").Presses("9").Heard.Should().EndWith("play other.wav");
        call.Presses("1");
        desk.Running.Center.Current.PositionOf(call.Scripted.Info.Ref).Should().Be(1);
    }

    [Fact]
    public void The_scenario_by_its_name_begins_at_its_start()
    {
        var desk = new ScenarioDesk(
            """ "start": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "queue" }, "otherwise": "queue" }, "queue": { "do": "queue", "queue": "sales" } """,
            configuration: usual => usual with { Queues = [ScenarioDesk.Sales with { ExitKeys = [new ExitKey('9', new NextStep.Named("main"))] }] });
        desk.Running.Center.Current.Configuration.Steps.Should().Equal("main", "main.queue", "main.start");
        desk.Arrives().Presses("1").Presses("9").Heard.Should().EndWith("play menu.wav");
    }

    [Fact]
    public void The_patience_of_the_step_ends_the_wait_and_other_keys_mean_nothing()
    {
        var desk = new ScenarioDesk(Steps);
        var call = desk.Arrives();
        call.Presses("123");
        desk.Wait(59);
        desk.Caller()!.State.Should().BeOfType<CallerState.Waiting>();
        desk.Wait(1);
        call.Heard.Should().Contain("play sorry.wav");
        desk.Caller()!.Journey.Should().Contain(step => step.What == JourneyEvent.Overflowed);
        desk.Messages.All.Should().ContainSingle().Which.Mailbox.ToString().Should().Be("queue:sales");
    }

    [Fact]
    public void The_patience_does_not_end_a_conversation()
    {
        var desk = new ScenarioDesk(Steps);
        desk.Running.AnnaComes();
        var call = desk.Arrives();
        desk.Running.Switch.Answer("user/anna");
        desk.Wait(100);
        call.Presses("5");
        desk.Caller()!.State.Should().BeOfType<CallerState.Talking>();
    }

    [Fact]
    public void A_full_queue_that_says_nothing_itself_leads_where_the_step_says()
    {
        var desk = new ScenarioDesk(Steps, configuration: usual => usual with { Queues = [ScenarioDesk.Sales with { MaxLength = 1 }] });
        desk.Arrives("first");
        desk.Arrives("second").Heard.Should().Contain("play sorry.wav");
    }

    [Fact]
    public void What_the_queue_says_goes_before()
    {
        var desk = new ScenarioDesk(Steps, configuration: usual => usual with { Queues = [ScenarioDesk.Sales with { MaxWait = 5.Seconds(), WhenTooLong = new NextStep.HangUp("own.wav") }] });
        var call = desk.Arrives();
        desk.Wait(5);
        call.Heard.Should().Contain("play own.wav").And.NotContain("play sorry.wav");
    }

    [Fact]
    public void Nobody_at_work_leads_where_the_step_says()
    {
        var desk = new ScenarioDesk(Steps, configuration: usual => usual with { Queues = [ScenarioDesk.Sales with { RefuseWhenEmpty = true }] });
        desk.Arrives().Heard.Should().Contain("play sorry.wav");
    }

    [Fact]
    public void A_queue_that_is_not_there_any_more_leads_where_the_step_says_and_is_told()
    {
        var desk = new ScenarioDesk(Steps, configuration: usual => usual with { Queues = [new QueueSettings { Name = "other" }], Agents = [] });
        desk.Arrives().Heard.Should().Contain("play sorry.wav");
        desk.Troubles.Should().Equal("There is no queue 'sales'.");
    }

    [Fact]
    public void A_caller_who_hangs_up_in_the_menu_behind_the_queue_is_in_the_history_with_the_queue()
    {
        var desk = new ScenarioDesk(Steps);
        var call = desk.Arrives();
        desk.Wait(10);
        call.Presses("5").HangsUp();
        var entry = desk.Running.History.Puts.Single();
        entry.Should().BeEquivalentTo(new { Result = CallResult.SentOn, Queue = "sales", WaitedSeconds = 10.0 }, options => options.ExcludingMissingMembers());
    }

    [Fact]
    public void Each_key_is_taken_once_though_pressed_twice()
    {
        var desk = new ScenarioDesk(Steps);
        desk.Arrives().Presses("55");
        desk.Running.Journal.Entries.Select(entry => entry.Event).OfType<Event.WentOn>().Should().ContainSingle();
        desk.Caller()!.Scenario!.Step.Should().Be("menu");
    }

    [Theory]
    [InlineData("main.later", "main@2.later")]
    [InlineData("main.menu", "main@1.menu")]
    [InlineData("main@1.menu", "main@1.menu")]
    [InlineData("main@9.later", "main@2.later")]
    [InlineData("main@9.gone", "main@2.start")]
    public void A_step_that_the_version_of_the_call_does_not_have_is_that_of_the_newest_or_its_beginning(string to, string reached)
    {
        var desk = new ScenarioDesk(Steps);
        var call = desk.Arrives();
        desk.Shelf.Publish(ScenarioDesk.Version(2, """ "start": { "do": "menu", "prompt": "new.wav", "otherwise": "later" }, "later": { "do": "menu", "prompt": "later.wav", "otherwise": "start" } """));
        desk.Running.Center.Post(at => new Event.WentOn(at, call.Scripted.Info.Ref, new NextStep.Named(to), "sales", '9'));
        desk.Caller()!.Scenario!.ToString().Should().Be(reached);
        desk.Running.Faults.Should().BeEmpty();
    }
}
