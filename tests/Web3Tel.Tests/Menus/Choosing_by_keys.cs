using System.Reactive.Concurrency;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Menus;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Menus;

public sealed class Choosing_by_keys
{
    static readonly Menu<string> Support = new Menu<string>("support", "bored") { WrongKeys = "sorry" }.On("1", "printers").On("0", "anybody").Back();

    static readonly Menu<string> Main = new Menu<string>("main", "anybody") { AfterSilence = "silent", AfterWrongKeys = "wrong", WrongKeys = "sorry" }
        .On("1", "sales").On("2", Support).On("1001", "Anna").On("7", "seven").Back().Repeat();

    readonly HistoricalScheduler _clock = new();
    readonly ScriptedCall _call = new("caller");
    readonly List<string> _chosen = [];

    [Fact]
    public void A_key_stops_the_prompt_and_chooses_at_once()
    {
        var prompt = _call.Hold<CallCommand.Play>();
        Begin();
        prompt.HasObservers.Should().BeTrue();
        Press("7");
        prompt.HasObservers.Should().BeFalse("the key has stopped the prompt");
        _chosen.Should().Equal("seven");
    }

    [Fact]
    public void The_silent_are_asked_again_and_then_taken_on()
    {
        Begin();
        Wait(4.9);
        _call.Log.Should().Equal("play main");
        Wait(0.1);
        _call.Log.Should().Equal("play main", "play main");
        Wait(9.9);
        _chosen.Should().BeEmpty();
        Wait(0.1);
        _chosen.Should().Equal("silent");
        _call.Log.Should().HaveCount(3);
    }

    [Fact]
    public void Patience_begins_when_the_prompt_is_over()
    {
        var prompt = _call.Hold<CallCommand.Play>();
        Begin();
        Wait(60);
        prompt.OnNext(Reply.Done);
        Wait(4.9);
        _call.Log.Should().Equal("play main");
        Wait(0.1);
        _call.Log.Should().Equal("play main", "play main");
    }

    [Fact]
    public void A_wrong_key_is_regretted_and_asked_again_three_times_in_all()
    {
        Begin();
        Press("9");
        _call.Log.Should().Equal("play main", "play sorry", "play main");
        Press("9");
        _chosen.Should().BeEmpty();
        Press("9");
        _chosen.Should().Equal("wrong");
    }

    [Fact]
    public void Who_knows_the_menus_dials_through_the_greeting_and_all_prompts()
    {
        var prompt = _call.Hold<CallCommand.Play>();
        Begin(greeting: "hello");
        Press("21");
        _chosen.Should().Equal("printers");
        _call.Log.Should().Equal("play hello", "play support");
        prompt.HasObservers.Should().BeFalse();
    }

    [Fact]
    public void The_greeting_is_played_once()
    {
        Begin(greeting: "hello");
        Press("#");
        Wait(5);
        _call.Log.Should().Equal("play hello", "play main", "play main", "play main");
    }

    [Fact]
    public void A_key_that_may_become_an_extension_waits_for_the_rest_of_it()
    {
        Begin();
        Press("1");
        _chosen.Should().BeEmpty();
        Wait(2.9);
        Press("00");
        Wait(2.9);
        Press("1");
        _chosen.Should().Equal("Anna");
    }

    [Fact]
    public void A_key_that_could_have_become_an_extension_counts_alone_when_nothing_follows()
    {
        Begin();
        Press("1");
        Wait(2.9);
        _chosen.Should().BeEmpty();
        Wait(0.1);
        _chosen.Should().Equal("sales");
    }

    [Fact]
    public void Half_an_extension_is_wrong()
    {
        Begin();
        Press("100");
        Wait(3);
        _call.Log.Should().Equal("play main", "play sorry", "play main");
    }

    [Fact]
    public void The_star_leads_back_and_at_the_top_it_repeats()
    {
        Begin();
        Press("2");
        Press("*");
        Press("*");
        Press("#");
        _call.Log.Should().Equal("play main", "play support", "play main", "play main", "play main");
        Press("7");
        _chosen.Should().Equal("seven");
    }

    [Fact]
    public void Going_to_another_level_gives_new_patience()
    {
        Begin();
        Wait(10);
        Press("2");
        Wait(14.9);
        _chosen.Should().BeEmpty();
        Wait(0.1);
        _chosen.Should().Equal("bored");
    }

    [Fact]
    public void Disposing_stops_the_prompt_and_listens_no_more()
    {
        var prompt = _call.Hold<CallCommand.Play>();
        var flow = Begin();
        flow.Dispose();
        prompt.HasObservers.Should().BeFalse();
        _call.Happening.HasObservers.Should().BeFalse();
        Wait(100);
        _chosen.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1 ")]
    public void Keys_that_no_telephone_has_are_refused(string keys) =>
        Main.Invoking(menu => menu.On(keys, "nowhere")).Should().Throw<ArgumentException>().WithMessage($"The menu 'main' has the key '{keys}'*");

    [Fact]
    public void A_key_has_one_meaning() =>
        Main.Invoking(menu => menu.On("7", "eight")).Should().Throw<ArgumentException>().WithMessage("*'7' leads somewhere already*");

    [Fact]
    public void A_menu_asks_at_least_once() =>
        Main.Invoking(menu => menu with { Tries = 0 }).Should().Throw<ArgumentOutOfRangeException>();

    IDisposable Begin(string? greeting = null) => MenuFlow.Choose(Main, _clock, greeting)(_call).Subscribe(_chosen.Add);

    void Press(string keys)
    {
        foreach (var key in keys)
        {
            _call.Happening.OnNext(new CallEvent.Digit(_clock.Now, key));
        }
    }

    void Wait(double seconds) => _clock.AdvanceBy(TimeSpan.FromSeconds(seconds));
}
