using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

public sealed class Menus_of_a_scenario
{
    const string Steps = """
        "start": { "do": "menu", "prompt": "main.wav", "sorry": "sorry.wav", "keys": { "1": "queue", "2": "pause" }, "silent": "silent", "wrong": "wrong" },
        "pause": { "do": "say", "en": "Support", "next": "support" },
        "support": { "do": "menu", "prompt": "support.wav", "keys": { "1": "printers", "2": "queue" }, "otherwise": "queue" },
        "printers": { "do": "play", "prompt": "printers.wav", "next": "start" },
        "queue": { "do": "queue", "queue": "sales" },
        "silent": { "do": "hangup", "prompt": "silent.wav" },
        "wrong": { "do": "hangup", "prompt": "wrong.wav" }
        """;

    readonly ScenarioDesk _desk = new(Steps);

    [Fact]
    public void Lead_from_level_to_level()
    {
        var call = _desk.Arrives().Presses("2");
        _desk.Wait(1);
        call.Presses("1");
        _desk.Taken.Should().Equal("start", "pause", "support", "printers", "start");
        call.Heard.Should().Equal("answer", "play main.wav", "play «Support»", "play support.wav", "play printers.wav", "play main.wav");
    }

    [Fact]
    public void Keys_pressed_ahead_go_through_all_levels_and_what_lies_between_is_not_heard()
    {
        var call = new ScriptedCall("caller");
        var playing = call.Hold<CallCommand.Play>();
        _desk.Running.Voice.Held = new();
        var arrived = _desk.Arrives(call).Presses("22");
        _desk.Taken.Should().Equal("start", "pause", "support", "queue");
        arrived.Heard.Should().Contain("play main.wav").And.NotContain(heard => heard.Contains("«Support»", StringComparison.Ordinal)).And.EndWith("music moh");
        playing.HasObservers.Should().BeFalse();
    }

    [Fact]
    public void A_key_pressed_while_the_voice_is_being_made_is_not_lost()
    {
        _desk.Running.Voice.Held = new();
        var call = _desk.Arrives().Presses("2");
        _desk.Taken.Should().EndWith("pause");
        call.Presses("2");
        _desk.Taken.Should().EndWith("queue");
    }

    [Fact]
    public void Keys_pressed_ahead_do_not_reach_the_queue()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "play", "prompt": "hello.wav", "next": "queue" },
            "queue": { "do": "queue", "queue": "sales", "keys": { "5": "bye" } }, "bye": { "do": "hangup" }
            """);
        var call = new ScriptedCall("caller");
        call.Hold<CallCommand.Play>();
        desk.Arrives(call).Presses("5");
        desk.Caller()!.State.Should().BeOfType<CallerState.Waiting>();
    }

    [Fact]
    public void The_star_leads_to_the_menu_before_and_in_the_first_one_repeats()
    {
        var call = _desk.Arrives().Presses("*2");
        _desk.Wait(1);
        call.Presses("*");
        call.Heard.Should().Equal("answer", "play main.wav", "play main.wav", "play «Support»", "play support.wav", "play main.wav");
        call.Presses("*");
        call.Heard.Should().EndWith("play main.wav").And.HaveCount(7);
    }

    [Fact]
    public void Who_comes_to_a_menu_again_by_another_way_has_no_menu_before_it()
    {
        var call = _desk.Arrives().Presses("21");
        _desk.Taken.Should().EndWith("start");
        call.Presses("*");
        _desk.Taken.Count().Should().Be(5, "the first menu repeats itself");
    }

    [Fact]
    public void The_hash_key_repeats_the_menu()
    {
        var call = _desk.Arrives().Presses("#");
        call.Heard.Should().Equal("answer", "play main.wav", "play main.wav");
    }

    [Fact]
    public void Zero_leads_to_the_operator_where_the_scenario_has_one_and_the_menu_gives_it_no_other_meaning()
    {
        var scenario = ScenarioDesk.Version(2, """
            "start": { "do": "menu", "prompt": "main.wav", "keys": { "1": "other" }, "otherwise": "end" },
            "other": { "do": "menu", "prompt": "other.wav", "keys": { "0": "end" }, "operator": "9", "otherwise": "end" },
            "queue": { "do": "queue", "queue": "sales" }, "end": { "do": "hangup" }
            """, """ "operator": "queue", """);
        _desk.Shelf.Publish(scenario);
        _desk.Arrives("zero").Presses("0");
        _desk.Caller("zero")!.State.Should().BeOfType<CallerState.Waiting>();
        _desk.Arrives("nine").Presses("19");
        _desk.Caller("nine")!.State.Should().BeOfType<CallerState.Waiting>();
        _desk.Arrives("own").Presses("10");
        _desk.Caller("own")!.Scenario!.Step.Should().Be("end");
    }

    [Fact]
    public void Silence_and_wrong_keys_each_have_their_limit_and_what_follows()
    {
        var silent = _desk.Arrives();
        _desk.Wait(15);
        silent.Heard.Should().ContainInOrder("play main.wav", "play main.wav", "play main.wav", "play silent.wav", "hang up NORMAL_CLEARING");
        var wrong = _desk.Arrives("wrong").Presses("777");
        wrong.Heard.Should().ContainInOrder("play main.wav", "play sorry.wav", "play main.wav", "play sorry.wav", "play main.wav", "play wrong.wav");
    }

    [Fact]
    public void An_extension_is_dialled_directly_and_who_does_not_answer_leads_on()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "menu", "prompt": "main.wav", "keys": { "1": "end" }, "extensions": [ "1001" ], "otherwise": "sorry" },
            "sorry": { "do": "play", "prompt": "sorry.wav", "next": "end" }, "end": { "do": "hangup" }
            """, configuration: usual => usual with { Agents = [.. usual.Agents, Desk.Serving("1001", "sales")] });
        var call = desk.Arrives().Presses("1001");
        desk.Running.Switch.Ringing.Should().ContainKey("user/1001");
        desk.Wait(30);
        call.Heard.Should().Contain("play sorry.wav");
        desk.Running.Switch.Ringing.Should().BeEmpty();
    }

    [Fact]
    public void An_operator_who_is_not_at_work_is_not_waited_for()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "operator", "operator": "anna", "otherwise": "message" }, "message": { "do": "voicemail" }
            """);
        desk.Arrives();
        desk.Messages.All.Should().ContainSingle().Which.Mailbox.ToString().Should().Be("operator:anna");
    }

    [Fact]
    public void An_operator_is_rung_and_takes_the_call()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "operator", "operator": "anna", "otherwise": "end" }, "end": { "do": "hangup" } """);
        desk.Running.AnnaComes();
        desk.Arrives();
        desk.Running.Switch.Answer("user/anna");
        desk.Caller()!.State.Should().BeOfType<CallerState.Talking>();
        desk.Wait(60);
        desk.Caller()!.State.Should().BeOfType<CallerState.Talking>("the patience is for the ringing");
    }
}
