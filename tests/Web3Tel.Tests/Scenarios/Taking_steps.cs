using System.Reactive;
using System.Reactive.Linq;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Scenarios;
using Web3Tel.Speech;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

public sealed class Taking_steps
{
    const string End = """ "end": { "do": "hangup" } """;

    [Fact]
    public void One_follows_the_other_each_in_the_journey_and_written_on_the_call()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "play", "prompt": "hello.wav", "next": "end" }, {{End}} """);
        var call = desk.Arrives();
        call.Heard.Should().Equal("answer", "play hello.wav", "hang up NORMAL_CLEARING", "hang up NORMAL_CLEARING");
        call.Written.Should().Equal("set web3tel_scenario=main@1.start", "set web3tel_scenario=main@1.end");
        desk.Caller()!.Journey.Where(step => step.What == JourneyEvent.StepReached).Select(step => step.Detail).Should().Equal("main@1.start", "main@1.end");
        desk.Running.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Ringing_takes_no_call_and_lasts_as_long_as_it_says()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "ring", "country": "America", "seconds": 6, "next": "end" }, "end": { "do": "hangup", "cause": "USER_BUSY" } """);
        var call = desk.Arrives();
        desk.Wait(5.9);
        call.Heard.Should().Equal("music tone_stream://%(2000,4000,440,480);loops=-1");
        desk.Wait(0.1);
        call.Heard.Skip(1).Take(2).Should().Equal("silence", "hang up USER_BUSY");
    }

    [Fact]
    public void The_call_is_taken_once_and_before_what_would_not_take_it()
    {
        var desk = new ScenarioDesk($$"""
            "start": { "do": "answer", "next": "ring" }, "ring": { "do": "ring", "seconds": 1, "next": "say" }, "say": { "do": "say", "en": "Hello", "next": "end" }, {{End}}
            """);
        var call = desk.Arrives();
        desk.Wait(1);
        call.Heard.First().Should().Be("answer");
        call.Heard.Should().ContainSingle(heard => heard == "answer").And.Contain("play «Hello»");
    }

    [Theory]
    [InlineData(""" "start": { "do": "answer", "next": "next" }, "next": { "do": "ring", "next": "end" } """, "start", "next")]
    [InlineData(""" "start": { "do": "ring", "next": "end" } """, "start")]
    [InlineData(""" "start": { "do": "menu", "prompt": "a.wav", "otherwise": "end" } """, "start")]
    [InlineData(""" "start": { "do": "collect", "prompt": "a.wav", "name": "a", "next": "end", "otherwise": "end" } """, "start")]
    [InlineData(""" "start": { "do": "information", "source": "http://127.0.0.1/news", "next": "end" } """, "start")]
    [InlineData(""" "start": { "do": "callback", "queue": "sales", "otherwise": "end" } """, "start")]
    public void A_caller_who_hangs_up_in_a_step_that_takes_time_takes_no_further_one(string steps, params string[] taken)
    {
        var desk = new ScenarioDesk($"{steps}, {End}", parts => parts with
        {
            Information = (_, _) => _ => Observable.Never<bool>(),
            Callback = (_, _, _, _, _) => _ => Observable.Never<Unit>(),
        });
        var call = desk.Arrives();
        desk.Wait(1);
        call.HangsUp();
        desk.Wait(60);
        desk.Taken.Should().Equal(taken);
        desk.Running.History.Puts.Single().HungUpBy.Should().Be(EndedBy.Caller);
        desk.Running.Faults.Should().BeEmpty();
    }

    [Fact]
    public void An_early_announcement_takes_no_call()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "play", "prompt": "free.wav", "early": true, "next": "end" }, {{End}} """);
        desk.Arrives().Heard.Should().StartWith("play free.wav");
    }

    [Fact]
    public void A_greeting_is_heard_once_in_a_call_whatever_way_one_comes()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "greeting", "prompt": "hello.wav", "next": "menu" },
            "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "9": "start" }, "otherwise": "end" },
            "end": { "do": "hangup" }
            """);
        var call = desk.Arrives();
        call.Presses("9");
        call.Heard.Should().Equal("answer", "play hello.wav", "play menu.wav", "play menu.wav");
        desk.Taken.Should().Equal("start", "menu", "start", "menu");
    }

    [Theory]
    [InlineData(Language.English, "Hello")]
    [InlineData(Language.Russian, "Привет")]
    public void Words_are_spoken_in_the_language_of_the_line(Language language, string words)
    {
        var desk = new ScenarioDesk(
            $$""" "start": { "do": "say", "en": "Hello", "ru": "Привет", "next": "end" }, {{End}} """, line: new ScenarioLine(TimeZoneInfo.Utc) { Language = language });
        desk.Arrives().Heard.Should().StartWith("answer").And.Contain($"play «{words}»");
    }

    [Fact]
    public void Words_in_the_other_language_are_better_than_none()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "say", "ru": "Привет", "next": "end" }, {{End}} """);
        desk.Arrives().Heard.Should().Contain("play «Привет»");
    }

    [Fact]
    public void The_language_is_chosen_for_all_that_follows()
    {
        var desk = new ScenarioDesk($$"""
            "start": { "do": "language", "language": "Russian", "next": "say" },
            "say": { "do": "say", "en": "Hello", "ru": "Привет", "next": "end" }, {{End}}
            """);
        var call = desk.Arrives();
        call.Heard.Should().Contain("play «Привет»");
        call.Written.Should().Contain("set web3tel_language=Russian");
        desk.Caller()!.Language.Should().Be(Language.Russian, "what the call center says by itself is said in it, too");
    }

    [Fact]
    public void A_sound_that_cannot_be_played_is_spoken_instead_and_told()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "play", "prompt": { "sound": "lost.wav", "en": "Hello" }, "next": "end" }, {{End}} """);
        var call = new ScriptedCall("caller");
        var lost = call.Hold<CallCommand.Play>();
        var arrived = desk.Arrives(call);
        lost.OnNext(new Reply(ReplyOutcome.Refused, "FILE NOT FOUND"));
        arrived.Heard.Should().ContainInOrder("play lost.wav", "play «Hello»");
        desk.Troubles.Should().ContainSingle().Which.Should().StartWith("lost.wav could not be played").And.EndWith("spoken instead.");
        desk.Caller()!.Journey.Should().Contain(step => step.What == JourneyEvent.StepTrouble);
    }

    [Fact]
    public void What_is_missing_among_the_prompts_is_not_even_tried()
    {
        var desk = new ScenarioDesk(
            $$""" "start": { "do": "play", "prompt": { "sound": "hello", "en": "Hello" }, "next": "end" }, {{End}} """, parts => parts with { FindSound = (_, _) => null });
        desk.Arrives().Heard.Should().StartWith("answer").And.NotContain("play hello").And.Contain("play «Hello»");
        desk.Troubles.Should().Equal("hello is missing, and is spoken instead.");
    }

    [Fact]
    public void Without_a_voice_and_without_a_sound_the_call_goes_on()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "play", "prompt": "hello", "next": "say" },
            "say": { "do": "say", "en": "Hello", "next": "queue" }, "queue": { "do": "queue", "queue": "sales" }
            """, parts => parts with { FindSound = (_, _) => null });
        desk.Running.Voice.IsMute = true;
        desk.Arrives().Heard.Should().Equal("answer", "music moh");
        desk.Troubles.Should().Equal("hello is missing, and nothing is there to be spoken instead.", "«Hello» could not be spoken.");
    }

    [Theory]
    [InlineData("+7 (916) 123-45-67", "vip.wav")]
    [InlineData("+79160000000", "others.wav")]
    public void Callers_of_a_list_go_another_way(string listed, string heard)
    {
        var desk = new ScenarioDesk($$"""
            "start": { "do": "callers", "list": "friends", "listed": "vip", "others": "others" },
            "vip": { "do": "play", "prompt": "vip.wav", "next": "end" }, "others": { "do": "play", "prompt": "others.wav", "next": "end" }, {{End}}
            """, parts => parts with { Lists = () => new CallerLists([], [], [new("friends", [listed])]) });
        desk.Arrives().Heard.Should().Contain($"play {heard}");
    }

    [Fact]
    public void Priority_and_skills_hold_in_the_queue()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "priority", "seconds": 60, "next": "skills" },
            "skills": { "do": "skills", "required": { "en": 2 }, "next": "queue" }, "queue": { "do": "queue", "queue": "sales" }
            """, line: new ScenarioLine(TimeZoneInfo.Utc) { Priority = 30.Seconds() });
        var call = desk.Arrives();
        desk.Caller()!.Priority.Should().Be(90.Seconds());
        desk.Caller()!.Demand!.Required["en"].Should().Be(2);
        call.Written.Should().Contain("set web3tel_earlier=60").And.Contain("set web3tel_asks=en:2/");
    }

    [Fact]
    public void What_was_entered_is_spoken_and_dialled_and_written_on_the_call()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "collect", "prompt": "enter.wav", "name": "account", "least": 3, "next": "say", "otherwise": "end" },
            "say": { "do": "say", "en": "Your account is {account}{unknown}", "next": "number" },
            "number": { "do": "number", "number": "9{account}" }, "end": { "do": "hangup" }
            """);
        var call = desk.Arrives();
        call.Presses("123#");
        call.Heard.Should().Contain("play «Your account is 123»");
        call.Written.Should().Contain("set web3tel_note_account=123");
        desk.Running.Switch.Ringing.Should().ContainKey("out/9123");
    }

    [Fact]
    public void Too_little_is_asked_for_again_and_then_something_else_follows()
    {
        var desk = new ScenarioDesk("""
            "start": { "do": "collect", "prompt": "enter.wav", "name": "account", "least": 3, "tries": 2, "next": "end", "otherwise": "queue" },
            "queue": { "do": "queue", "queue": "sales" }, "end": { "do": "hangup" }
            """);
        var call = desk.Arrives();
        call.Presses("12#");
        desk.Wait(5);
        call.Heard.Should().Equal("answer", "play enter.wav", "play enter.wav", "music moh");
    }

    [Fact]
    public void A_number_that_cannot_be_reached_leads_on()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "number", "number": "112", "otherwise": "sorry" }, "sorry": { "do": "play", "prompt": "sorry.wav", "next": "end" }, {{End}} """);
        var call = desk.Arrives();
        desk.Running.Switch.Ringing["out/112"].Observer.OnError(new DialFailedException(HangupCause.UserBusy));
        call.Heard.Should().Contain("play sorry.wav");
        desk.Running.Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_number_that_answers_talks_to_the_caller()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "number", "number": "112" } """);
        var call = desk.Arrives();
        desk.Running.Switch.Answer("out/112");
        desk.Caller()!.State.Should().BeOfType<CallerState.Outside>();
        call.HangsUp();
        desk.Running.History.Puts.Single().Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void A_caller_who_hangs_up_while_the_number_rings_ends_the_ringing()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "number", "number": "112" } """);
        desk.Arrives().HangsUp();
        desk.Running.Switch.Ringing.Should().BeEmpty();
        desk.Running.Center.Current.Guests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, "Line: 1000")]
    [InlineData("queue:sales", "Queue: sales")]
    public void A_message_is_left_in_the_mailbox_named_or_in_that_of_the_line(string? mailbox, string left)
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "voicemail", "mailbox": {{(mailbox is null ? "null" : $"\"{mailbox}\"")}} } """);
        desk.Arrives();
        var box = desk.Messages.All.Should().ContainSingle().Which.Mailbox;
        $"{box.Kind}: {box.Name}".Should().Be(left);
    }

    [Fact]
    public void Without_a_place_for_messages_the_call_ends_and_it_is_told()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "voicemail" } """, parts => parts with { Messages = null });
        desk.Arrives().Heard.Should().StartWith("hang up NORMAL_CLEARING");
        desk.Troubles.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true, "next.wav")]
    [InlineData(false, "failed.wav")]
    public void Information_is_read_and_goes_on_by_what_became_of_it(bool isHeard, string next)
    {
        var desk = new ScenarioDesk(Information, parts => parts with { Information = (_, _) => _ => Observable.Return(isHeard) });
        desk.Arrives().Heard.Should().Contain($"play {next}");
    }

    [Fact]
    public void A_source_that_fails_is_replaced_by_the_fallback_and_told()
    {
        var desk = new ScenarioDesk(Information, parts => parts with { Information = (_, _) => _ => Observable.Throw<bool>(new InvalidOperationException("no network")) });
        desk.Arrives().Heard.Should().ContainInOrder("play fallback.wav", "play failed.wav");
        desk.Troubles.Should().ContainSingle().Which.Should().EndWith("no network");
    }

    [Fact]
    public void Where_nothing_reads_sources_the_fallback_is_heard()
    {
        var desk = new ScenarioDesk(Information);
        desk.Arrives().Heard.Should().ContainInOrder("play fallback.wav", "play failed.wav");
        desk.Troubles.Should().ContainSingle();
    }

    [Fact]
    public void Who_is_promised_a_call_back_goes_the_next_way_and_who_does_not_want_it_the_other()
    {
        var isWanted = true;
        CallbackOffer offer = (queue, _, _, _, otherwise) => isWanted ? FlowSteps.Play($"promised by {queue}").Then((Flow<Unit>)(_ => Observable.Empty<Unit>())) : otherwise;
        var desk = new ScenarioDesk($$"""
            "start": { "do": "callback", "queue": "sales", "next": "bye", "otherwise": "queue" },
            "bye": { "do": "play", "prompt": "bye.wav", "next": "end" }, "queue": { "do": "queue", "queue": "sales" }, {{End}}
            """, parts => parts with { Callback = offer });
        desk.Arrives().Heard.Should().ContainInOrder("answer", "play promised by sales", "play bye.wav", "hang up NORMAL_CLEARING");
        isWanted = false;
        desk.Arrives("other").Heard.Should().Equal("answer", "music moh");
    }

    [Fact]
    public void Where_nobody_is_called_back_the_other_way_is_gone_and_it_is_told()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "callback", "queue": "sales", "otherwise": "queue" }, "queue": { "do": "queue", "queue": "sales" } """);
        desk.Arrives().Heard.Should().EndWith("music moh");
        desk.Troubles.Should().ContainSingle();
    }

    [Fact]
    public void The_end_has_a_farewell()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "hangup", "prompt": "bye.wav" } """);
        desk.Arrives().Heard.Should().StartWith("answer").And.ContainInOrder("play bye.wav", "hang up NORMAL_CLEARING");
    }

    [Fact]
    public void A_caller_who_hangs_up_in_the_middle_takes_no_further_step()
    {
        var desk = new ScenarioDesk($$""" "start": { "do": "play", "prompt": "hello.wav", "next": "end" }, {{End}} """);
        var call = new ScriptedCall("caller");
        var prompt = call.Hold<CallCommand.Play>();
        var arrived = desk.Arrives(call);
        prompt.OnNext(new Reply(ReplyOutcome.CallEnded));
        arrived.HangsUp();
        desk.Taken.Should().Equal("start");
        desk.Running.History.Puts.Single().HungUpBy.Should().Be(EndedBy.Caller);
    }

    [Fact]
    public void Whoever_would_go_round_for_ever_is_let_go_and_it_is_told()
    {
        var desk = new ScenarioDesk(""" "start": { "do": "play", "prompt": "a.wav", "next": "again" }, "again": { "do": "play", "prompt": "b.wav", "next": "start" } """);
        desk.Arrives().Heard.Should().EndWith("hang up NORMAL_CLEARING");
        desk.Caller()!.Journey.Should().HaveCount(500, "the journey does not grow without an end");
        desk.Caller()!.State.Should().BeOfType<CallerState.Leaving>().Which.Result.Should().Be(CallResult.Failed);
    }

    const string Information = """
        "start": { "do": "information", "source": "http://127.0.0.1/news", "fallback": "fallback.wav", "next": "next", "failed": "failed" },
        "next": { "do": "play", "prompt": "next.wav", "next": "end" }, "failed": { "do": "play", "prompt": "failed.wav", "next": "end" }, "end": { "do": "hangup" }
        """;
}
