using FluentAssertions;
using Web3Tel.Scenarios;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

public sealed class Scenarios_as_JSON
{
    const string EveryStep = """
        {
          // Written by hand, with comments and a comma too many.
          "name": "main", "version": 3, "language": "Russian", "start": "ring", "operator": "anna",
          "calendars": {
            "office": {
              "timeZone": "Europe/Moscow",
              "week": { "monday-friday": [ "09:00-13:00", "14:00-18:00" ], "saturday": [ "10:00-24:00" ] },
              "holidays": [ "01-01", "02-29" ], "days": { "2026-12-31": [ "09:00-12:00" ], "2026-12-30": [] },
              "byHand": { "open": false, "until": "2026-11-25T12:00:00+03:00" },
            },
          },
          "steps": {
            "ring": { "do": "ring", "country": "Britain", "seconds": 4.5, "next": "answer" },
            "answer": { "do": "answer", "next": "greeting" },
            "greeting": { "do": "greeting", "prompt": { "sound": "hello.wav", "en": "Hello", "ru": "Здравствуйте «50%»" }, "next": "play" },
            "play": { "do": "play", "prompt": "news.wav", "early": true, "toItsEnd": true, "next": "say" },
            "say": { "next": "info", "en": "Hello", "do": "say" },
            "info": { "do": "information", "source": "http://127.0.0.1/x", "timeoutSeconds": 2, "fallback": "sorry.wav", "next": "hours", "failed": "hours" },
            "hours": { "do": "hours", "calendar": "office", "open": "list", "closed": "message" },
            "list": { "do": "callers", "list": "vip", "listed": "priority", "others": "language" },
            "priority": { "do": "priority", "seconds": -60, "next": "skills" },
            "skills": { "do": "skills", "required": { "en": 3 }, "preferred": { "billing": 1 }, "next": "language" },
            "language": { "do": "language", "language": "English", "next": "menu" },
            "menu": {
              "do": "menu", "prompt": "menu.wav", "sorry": "sorry.wav", "keys": { "1": "queue", "22": "account" }, "back": "", "repeat": "9",
              "extensions": [ "anna" ], "tries": 2, "patienceSeconds": 4, "betweenKeysSeconds": 1, "otherwise": "queue", "silent": "queue", "wrong": "end"
            },
            "account": { "do": "collect", "prompt": "account.wav", "name": "account", "least": 4, "most": 6, "tries": 1, "patienceSeconds": 3, "next": "number", "otherwise": "queue" },
            "number": { "do": "number", "number": "+7{account}", "otherwise": "queue" },
            "queue": { "do": "queue", "queue": "sales", "patienceSeconds": 60, "keys": { "*": "callback" }, "otherwise": "message" },
            "anna": { "do": "operator", "operator": "anna", "patienceSeconds": 20, "otherwise": "queue" },
            "callback": { "do": "callback", "queue": "sales", "next": "end", "otherwise": "queue" },
            "message": { "do": "voicemail", "mailbox": "queue:sales" },
            "end": { "do": "hangup", "prompt": "bye.wav", "cause": "NORMAL_CLEARING" },
          },
        }
        """;

    [Fact]
    public void Every_step_is_read_and_written_as_it_was()
    {
        var (scenario, problems) = ScenarioJson.Read(EveryStep);
        problems.Should().BeEmpty();
        scenario!.Steps.Values.Select(step => step.GetType()).Distinct().Should().BeEquivalentTo(Closed_sets.Cases(typeof(ScenarioStep)), "the example has every kind");
        var written = ScenarioJson.Write(scenario);
        ScenarioJson.Write(ScenarioJson.Read(written).Scenario!).Should().Be(written);
        scenario.Steps["greeting"].Should().Be(new ScenarioStep.Greeting { Prompt = new ScenarioPrompt("hello.wav", "Hello", "Здравствуйте «50%»"), Next = "play" });
        scenario.Steps["ring"].Should().Be(new ScenarioStep.Ring { Country = Ringback.Britain, Time = TimeSpan.FromSeconds(4.5), Next = "answer" });
        scenario.Steps["say"].Should().Be(new ScenarioStep.Say { English = "Hello", Next = "info" });
        written.Should().Contain("Здравствуйте").And.Contain("\"10:00-00:00\"").And.Contain("\"next\": \"answer\"").And.NotContain("null");
    }

    [Fact]
    public void What_is_left_out_is_as_usual()
    {
        var menu = (ScenarioStep.Menu)ScenarioJson.Read("""{ "name": "a", "start": "b", "steps": { "b": { "do": "menu", "prompt": "x" } } }""").Scenario!.Steps["b"];
        menu.Should().BeEquivalentTo(new { Tries = 3, Patience = TimeSpan.FromSeconds(5), BackKey = "*", OperatorKey = "0", RepeatKey = "#" });
    }

    [Fact]
    public void Every_mistake_of_form_is_told_at_once_with_its_path()
    {
        var (scenario, problems) = ScenarioJson.Read("""
            {
              "version": "three", "start": 7, "langauge": "Russian", "language": "German",
              "calendars": { "office": { "week": { "monday": [ "9-18" ] } } },
              "steps": {
                "hello": { "do": "paly", "next": "menu" },
                "menu": { "do": "menu", "prompt": { "sund": "x.wav" }, "keys": { "1": 2, "3": "a", "3": "b" }, "tries": 1.5, "patienceSeconds": "5" },
                "nothing": { "next": "menu" },
                "queue": { "do": "queue", "keys": [] },
                "number": null,
                "play": { "do": "play", "prompt": 5, "early": "yes" },
                "skills": { "do": "skills", "required": { "en": "much" } }
              }
            }
            """);
        scenario.Should().BeNull();
        problems.Select(problem => problem.Path).Should().BeEquivalentTo(
            "name", "version", "start", "langauge", "language", "calendars.office.week.monday[0]", "steps.hello.do", "steps.menu.prompt", "steps.menu.keys.1",
            "steps.menu.keys.3", "steps.menu.tries", "steps.menu.patienceSeconds", "steps.nothing.do", "steps.queue.keys", "steps.queue.queue", "steps.number", "steps.play.prompt",
            "steps.play.early", "steps.skills.required");
        problems.Should().OnlyContain(problem => problem.English.EndsWith('.') && problem.Russian.EndsWith('.'));
        problems.Should().OnlyContain(problem => !problem.Russian.Contains("give", StringComparison.Ordinal) && !problem.Russian.Contains(" is ", StringComparison.Ordinal) && !problem.Russian.Contains(" has ", StringComparison.Ordinal));
        string.Join('\n', problems).Should().Contain("steps.hello.do: is \"paly\": give one of answer, ring,").And.Contain("langauge: is unknown. Known are name, version,");
    }

    [Fact]
    public void What_is_no_JSON_is_told_with_its_line() =>
        ScenarioJson.Read("{ \"name\": \"a\"\n \"start\" }").Problems.Single().ToString().Should().StartWith("line 2, character");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    public void What_is_no_scenario_is_refused(string json) => ScenarioJson.Read(json).Problems.Should().ContainSingle();

    [Theory]
    [InlineData("main@3.menu", "main", 3, "menu")]
    public void A_place_is_written_in_one_word(string text, string scenario, int version, string step)
    {
        ScenarioPlace.Read(text).Should().Be(new ScenarioPlace(scenario, version, step));
        ScenarioPlace.Read(text)!.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("main.menu")]
    [InlineData("main@x.menu")]
    [InlineData("main@3.")]
    [InlineData("@3.menu")]
    public void Other_words_are_no_place(string? text) => ScenarioPlace.Read(text).Should().BeNull();
}
