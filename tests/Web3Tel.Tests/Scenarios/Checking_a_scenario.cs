using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Scenarios;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

public sealed class Checking_a_scenario
{
    static readonly ScenarioSurroundings Around = new()
    {
        Queues = ["sales"],
        Operators = ["1001"],
        Lists = ["vip", "blocked"],
        HasSound = sound => sound != "lost.wav",
        HasLineOut = true,
    };

    [Fact]
    public void One_that_can_be_used_has_no_problems() => Problems("""
        "start": { "do": "hours", "calendar": "office", "open": "menu", "closed": "message" },
        "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "queue", "2": "say" }, "extensions": [ "1001" ], "otherwise": "queue" },
        "say": { "do": "say", "ru": "Привет", "next": "menu" },
        "queue": { "do": "queue", "queue": "sales", "otherwise": "message" },
        "message": { "do": "voicemail" }
        """, """ "calendars": { "office": { "week": { "saturday-monday": [ "09:00-18:00" ] } } }, """).Should().BeEmpty();

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_in_both_languages()
    {
        var problems = Problems("""
            "start": { "do": "play", "prompt": "lost.wav", "next": "menue" },
            "menu": { "do": "menu", "prompt": "menu.wav", "keys": { "1": "queue", "9": "list", "x": "queue" }, "repeat": "9", "tries": 0 },
            "queue": { "do": "queue", "queue": "slaes" },
            "list": { "do": "callers", "list": "friends", "listed": "anna", "others": "number" },
            "anna": { "do": "operator", "operator": "anna" },
            "number": { "do": "number", "number": "one-one-two", "otherwise": "message" },
            "message": { "do": "voicemail", "mailbox": "queue:slaes" },
            "two words": { "do": "hangup", "cause": "busy" },
            "collect": { "do": "collect", "prompt": "x.wav", "name": "a b", "least": 5, "most": 3, "next": "menu", "otherwise": "hours" },
            "hours": { "do": "hours", "open": "menu" }
            """, """ "operator": "nobody", "calendars": { "office": { "timeZone": "Moscow", "week": { "mon": [], "monday": [], "friday-tuesday": [] }, "holidays": [ "13-01" ] } }, """);
        problems.Select(problem => problem.Path).Should().BeEquivalentTo(
            "operator",
            "steps.start.next", "steps.start.prompt",
            "steps.menu.otherwise", "steps.menu.keys.x", "steps.menu.repeat", "steps.menu.tries", "steps.menu",
            "steps.queue.queue", "steps.queue",
            "steps.list.list", "steps.list",
            "steps.anna.operator", "steps.anna.otherwise", "steps.anna",
            "steps.number.number", "steps.number",
            "steps.message.mailbox", "steps.message",
            "steps.two words", "steps.two words", "steps.two words.cause",
            "steps.collect.name", "steps.collect.least", "steps.collect",
            "steps.hours.calendar", "steps.hours.closed", "steps.hours",
            "calendars.office.timeZone", "calendars.office.week.mon", "calendars.office.week", "calendars.office.holidays");
        problems.Should().OnlyContain(problem => problem.English.EndsWith('.') && problem.Russian.EndsWith('.') && problem.Russian.Any(c => c >= 'а'));
        problems.Select(problem => problem.In(Language.English)).Should().Contain("steps.start.next: leads to \"menue\", which is no step. Steps are anna, collect, hours, list, menu, message, number, queue, start, two words.");
        problems.Select(problem => problem.In(Language.Russian)).Should().Contain("steps.queue.queue: «slaes»: такой очереди нет.").And
            .Contain("steps.message.mailbox: «queue:slaes»: такого ящика нет, есть queue:<имя>, operator:<id> и line:<номер>.").And
            .Contain("steps.start.next: ведёт к «menue», такого шага нет. Есть anna, collect, hours, list, menu, message, number, queue, start, two words.");
    }

    [Fact]
    public void Who_tells_when_it_opens_needs_a_calendar()
    {
        const string Steps = """ "start": { "do": "say", "en": "We open {opens}", "next": "end" }, "end": { "do": "hangup" } """;
        Problems(Steps).Select(problem => problem.Path).Should().Equal("steps.start.en");
        Problems(Steps, """ "calendars": { "office": { "week": { "monday": [ "09:00-18:00" ] } } }, """).Should().BeEmpty();
    }

    [Theory]
    [InlineData(""" "start": { "do": "play", "prompt": "a.wav", "next": "again" }, "again": { "do": "play", "prompt": "b.wav", "next": "start" } """, "steps.again", "steps.start")]
    [InlineData(""" "start": { "do": "menu", "prompt": "a.wav", "keys": { "1": "end" }, "otherwise": "start" }, "end": { "do": "hangup" } """, "steps.start")]
    [InlineData(""" "start": { "do": "collect", "prompt": "a.wav", "name": "x", "next": "end", "otherwise": "start" }, "end": { "do": "hangup" } """, "steps.start")]
    public void A_circle_without_a_way_out_for_those_who_do_nothing_is_found(string steps, params string[] paths)
    {
        var problems = Problems(steps);
        problems.Select(problem => problem.Path).Should().Equal(paths);
        problems.Should().OnlyContain(problem => problem.English.Contains("no way out", StringComparison.Ordinal));
    }

    [Fact]
    public void A_circle_in_which_nothing_is_heard_is_found()
    {
        var problems = Problems("""
            "start": { "do": "callers", "list": "vip", "listed": "skills", "others": "end" },
            "skills": { "do": "skills", "required": { "en": 1 }, "next": "start" }, "end": { "do": "hangup" }
            """);
        problems.Select(problem => problem.Path).Should().Equal("steps.skills", "steps.start");
        problems.Should().OnlyContain(problem => problem.English.Contains("hears nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_greeting_ends_no_circle_as_it_is_heard_only_once() => Problems("""
        "start": { "do": "greeting", "prompt": "hello.wav", "next": "hours" },
        "hours": { "do": "callers", "list": "vip", "listed": "end", "others": "start" }, "end": { "do": "hangup" }
        """).Select(problem => problem.Path).Should().Equal("steps.hours", "steps.start");

    [Fact]
    public void A_step_that_only_a_queue_leads_to_is_reached()
    {
        const string steps = """ "start": { "do": "queue", "queue": "sales" }, "left": { "do": "voicemail" } """;
        Problems(steps).Select(problem => problem.Path).Should().Equal("steps.left");
        Problems(steps, around: Around with { Entries = ["left"] }).Should().BeEmpty();
        Problems(steps, around: Around with { Entries = ["left", "gone"] }).Select(problem => problem.Path).Should().Equal("steps.gone");
    }

    [Fact]
    public void A_key_that_is_usual_gives_way_to_a_step_and_one_that_is_written_does_not()
    {
        Problems(""" "start": { "do": "menu", "prompt": "a.wav", "keys": { "*": "end", "#": "end", "0": "end" }, "otherwise": "end" }, "end": { "do": "hangup" } """).Should().BeEmpty();
        Problems(""" "start": { "do": "menu", "prompt": "a.wav", "keys": { "7": "end" }, "back": "7", "otherwise": "end" }, "end": { "do": "hangup" } """)
            .Single().English.Should().Be("the key 7 has two meanings: keys.7, back. Give it one.");
    }

    [Fact]
    public void Words_need_a_voice_and_sounds_to_be_there()
    {
        const string steps = """ "start": { "do": "say", "en": "Hello", "next": "end" }, "end": { "do": "hangup", "prompt": { "sound": "lost.wav", "en": "Bye" } } """;
        Problems(steps).Should().BeEmpty("what is lost is spoken instead");
        Problems(steps, around: Around with { HasVoice = false }).Select(problem => problem.Path).Should().Equal("steps.end.prompt", "steps.start.en");
    }

    [Theory]
    [InlineData("\"two words.wav\"")]
    [InlineData("{ \"sound\": \"prompt:../etc\", \"en\": \"Bye\" }")]
    [InlineData("\"speak:en:\"")]
    public void A_sound_that_the_switch_could_not_take_is_told(string prompt) =>
        Problems($$""" "start": { "do": "hangup", "prompt": {{prompt}} } """).Select(problem => problem.Path).Should().Equal("steps.start.prompt");

    [Fact]
    public void A_prompt_that_is_missing_is_told_where_nothing_is_there_to_be_spoken_instead()
    {
        var around = Around with { HasSound = sound => sound != "prompt:lost" };
        Problems(""" "start": { "do": "hangup", "prompt": "prompt:lost" } """, around: around).Select(problem => problem.Path).Should().Equal("steps.start.prompt");
        Problems(""" "start": { "do": "hangup", "prompt": { "sound": "prompt:lost", "en": "Bye" } } """, around: around).Should().BeEmpty();
    }

    [Fact]
    public void What_the_center_cannot_do_is_told()
    {
        const string steps = """ "start": { "do": "number", "number": "112", "otherwise": "back" }, "back": { "do": "callback", "queue": "sales", "otherwise": "hours" }, "hours": { "do": "hours", "open": "end", "closed": "end" }, "end": { "do": "hangup" } """;
        Problems(steps, around: Around with { HasLineCalendar = true }).Should().BeEmpty();
        Problems(steps, around: Around with { HasLineOut = false, CallingBack = [] }).Select(problem => problem.Path).Should().Equal("steps.back.queue", "steps.hours.calendar", "steps.start.number");
    }

    [Fact]
    public void A_beginning_that_is_no_step_is_told()
    {
        var scenario = ScenarioDesk.Version(1, """ "other": { "do": "hangup" } """);
        ScenarioCheck.Problems(scenario, Around).Select(problem => problem.Path).Should().Equal("start", "steps.other");
    }

    static ImmutableArray<ScenarioProblem> Problems(string steps, string more = "", ScenarioSurroundings? around = null) =>
        ScenarioCheck.Problems(ScenarioDesk.Version(1, steps, more), around ?? Around);
}
