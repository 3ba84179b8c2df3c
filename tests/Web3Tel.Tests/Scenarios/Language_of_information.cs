using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Scenarios;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Scenarios;

/// <summary>A text that is read elsewhere does not say in which language it is.</summary>
public sealed class Language_of_information
{
    [Theory]
    [InlineData("", null, Language.English)]
    [InlineData("", Language.Russian, Language.Russian)]
    [InlineData(""" "language": "English", """, Language.Russian, Language.English)]
    [InlineData(""" "language": "Russian", """, null, Language.Russian)]
    public void Is_that_of_the_step_or_else_of_the_line(string set, Language? line, Language expected) => Told(
        $$""" "start": { "do": "information", {{set}} "source": "http://127.0.0.1/news", "next": "end" }, "end": { "do": "hangup" } """, line).Should().Equal(expected);

    [Fact]
    public void Is_the_one_that_the_caller_has_chosen_on_the_way() => Told(
        """
        "start": { "do": "language", "language": "Russian", "next": "news" }, "news": { "do": "information", "source": "http://127.0.0.1/news", "next": "other" },
        "other": { "do": "information", "source": "http://127.0.0.1/other", "language": "English", "next": "end" }, "end": { "do": "hangup" }
        """, line: null).Should().Equal(Language.Russian, Language.English);

    [Fact]
    public void One_that_nobody_speaks_is_told_with_its_path() =>
        ScenarioJson.Read("""{ "name": "main", "start": "news", "steps": { "news": { "do": "information", "source": "a.txt", "language": "Elvish", "next": "end" }, "end": { "do": "hangup" } } }""")
            .Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Path = "steps.news.language", English = "is \"Elvish\": give one of English, Russian." });

    static List<Language> Told(string steps, Language? line)
    {
        var told = new List<Language>();
        var desk = new ScenarioDesk(
            steps,
            parts => parts with { Information = (_, language) => _ => Observable.Return(true).Do(_ => told.Add(language)) },
            line: new ScenarioLine(TimeZoneInfo.Utc) { Language = line });
        desk.Arrives();
        desk.Troubles.Should().BeEmpty();
        return told;
    }
}
