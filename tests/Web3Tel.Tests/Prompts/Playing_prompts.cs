using System.Reactive;
using System.Reactive.Subjects;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Prompts;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Prompts;

public sealed class Playing_prompts
{
    static readonly Reply NotFound = new(ReplyOutcome.Refused, "FILE NOT FOUND");

    readonly RunningCenter _center = new(Greeted("prompt:welcome"));

    [Fact]
    public void A_recorded_one_is_played_wherever_a_sound_is_named()
    {
        _center.Prompts.Have("welcome", "/prompts/welcome.wav", "welcome");

        Arrives().Log.Should().StartWith(["answer", "play /prompts/welcome.wav", "set"], (told, wanted) => told.StartsWith(wanted, StringComparison.Ordinal));
        _center.Missing.Should().BeEmpty();
    }

    [Fact]
    public void One_that_is_only_written_down_is_spoken()
    {
        _center.Prompts.Have("welcome", text: "welcome to us");

        Arrives().Log[1].Should().Be("play «welcome to us»");
        _center.Missing.Should().BeEmpty();
    }

    [Fact]
    public void One_whose_recording_is_gone_is_spoken_instead_and_that_is_told()
    {
        _center.Prompts.Have("welcome", text: "welcome to us", isLost: true);

        Arrives().Log[1].Should().Be("play «welcome to us»");
        _center.Missing.Should().Equal("prompt:welcome: its recording is gone");
    }

    [Fact]
    public void One_that_the_switch_does_not_play_is_spoken_instead_and_that_is_told()
    {
        _center.Prompts.Have("welcome", "/prompts/welcome.wav", "welcome to us");
        var call = new ScriptedCall("caller");
        var played = call.Hold<CallCommand.Play>();
        _center.Arrives(call);

        played.OnNext(NotFound);

        call.Log.Should().EndWith(["play /prompts/welcome.wav", "play «welcome to us»"]);
        played.OnNext(Reply.Done);
        call.Log.Should().EndWith("music moh");
        _center.Missing.Should().Equal("prompt:welcome: the switch does not play /prompts/welcome.wav: FILE NOT FOUND");
    }

    [Fact]
    public void One_that_nobody_knows_ends_no_call()
    {
        Arrives().Log.Should().EndWith("music moh").And.NotContain(told => told.StartsWith("play", StringComparison.Ordinal));
        _center.Missing.Should().Equal("prompt:welcome: there is no prompt of that name");
    }

    [Fact]
    public void One_that_is_lost_and_cannot_be_spoken_ends_no_call()
    {
        _center.Voice.IsMute = true;
        _center.Prompts.Have("welcome", text: "welcome to us", isLost: true);

        Arrives().Log.Should().EndWith("music moh");
        _center.Missing.Should().HaveCount(2);
    }

    [Fact]
    public void A_file_of_the_switch_that_is_not_there_is_told()
    {
        var center = new RunningCenter(Greeted("hello.wav"));
        var call = new ScriptedCall("caller");
        var played = call.Hold<CallCommand.Play>();
        center.Arrives(call);

        played.OnNext(NotFound);

        call.Log.Should().EndWith("music moh");
        center.Missing.Should().Equal("hello.wav: the switch does not play hello.wav: FILE NOT FOUND");
    }

    [Fact]
    public void Who_hangs_up_while_the_words_are_being_made_hears_nothing_any_more()
    {
        var center = new RunningCenter(Greeted("speak:Good morning"));
        center.Voice.Held = new Subject<string?>();
        var call = Arrives(center);

        call.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        call.Happening.OnCompleted();
        center.Voice.Held.OnNext("morning.wav");

        call.Log.Should().NotContain("play morning.wav");
    }

    [Fact]
    public void A_command_to_speak_ends_with_the_call_while_the_words_are_being_made()
    {
        var speaker = new ScriptedSpeaker { Held = new Subject<string?>() };
        var call = new ScriptedCall("caller");
        var replies = new List<Reply>();
        using var playing = new Prompter(new NoPrompts(), speaker, (_, _) => { }).Play(call, "speak:hello").Subscribe(replies.Add);

        call.Happening.OnNext(new CallEvent.Lost(Desk.Opening, "gone"));

        replies.Should().ContainSingle().Which.Outcome.Should().Be(ReplyOutcome.Disconnected);
    }

    [Fact]
    public void Words_that_are_ready_too_late_are_not_spoken_into_a_conversation()
    {
        var center = new RunningCenter(
            queues: Desk.Sales with { Music = "moh", Announce = new Announcements { Messages = ["speak:Please hold the line"], MessageEvery = 10.Seconds() } });
        center.Voice.Held = new Subject<string?>();
        var call = Arrives(center);
        center.Clock.AdvanceBy(11.Seconds());
        center.Voice.Said.Should().Equal("Please hold the line");
        center.AnnaComes();
        center.Switch.Answer("user/anna");

        center.Voice.Held.OnNext("hold.wav");

        call.Log.Should().NotContain("play hold.wav").And.Contain(told => told.StartsWith("bridge", StringComparison.Ordinal));
    }

    [Fact]
    public void Operators_are_whispered_a_prompt_and_one_that_is_missing_keeps_nobody_waiting()
    {
        var center = new RunningCenter(queues: Desk.Sales with { Music = "moh", Whisper = "prompt:sales" });
        center.AnnaComes();
        Arrives(center);

        center.Switch.Answer("user/anna").Log.Should().NotContain(told => told.StartsWith("whisper", StringComparison.Ordinal));

        center.Missing.Should().Equal("prompt:sales: there is no prompt of that name");
        center.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("prompt:welcome", true)]
    [InlineData("prompt:..", false)]
    [InlineData("prompt:../etc/passwd", false)]
    [InlineData("prompt:", false)]
    [InlineData("speak:Good morning, and welcome", true)]
    [InlineData("speak:!", false)]
    [InlineData("speak:good\nmorning", false)]
    [InlineData("hello.wav", true)]
    [InlineData("hello there.wav", false)]
    public void A_sound_that_could_be_taken_for_something_else_is_none(string source, bool isOne) =>
        ConfigurationCheck.IsPlayable(source).Should().Be(isOne);

    [Theory]
    [InlineData("speak:Good morning", "Good morning", Language.English)]
    [InlineData("speak:Доброе утро", "Доброе утро", Language.Russian)]
    [InlineData("speak:en:Привет is how they say hello", "Привет is how they say hello", Language.English)]
    [InlineData("speak:ru:112", "112", Language.Russian)]
    public void Words_are_in_the_language_that_is_named_or_else_in_that_of_their_letters(string source, string text, Language language) =>
        Sound.Read(source).Should().Be(new Sound.Words(text, language));

    static Func<Distributor, Flow<Unit>> Greeted(string greeting) => center => Reception.Flow(center, greeting, "sales");

    ScriptedCall Arrives() => Arrives(_center);

    static ScriptedCall Arrives(RunningCenter center) => center.Arrives(new ScriptedCall("caller"));
}
