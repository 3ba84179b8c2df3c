using System.Reflection;
using FluentAssertions;
using Web3Tel.Server.Panel;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class WordsTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    public void Every_word_is_there_in_every_language(string language)
    {
        var words = Words.In(language);

        words.Language.Should().Be(language);
        Said(words).Should().AllSatisfy(said => said.Value.Should().NotBeNullOrWhiteSpace(said.Key));
    }

    [Fact]
    public void Nothing_was_left_untranslated()
    {
        var english = Said(Words.In(Language.English));
        var russian = Said(Words.In(Language.Russian));

        russian.Where(said => said.Value == english[said.Key]).Should().BeEmpty();
    }

    [Theory]
    [InlineData(typeof(WallWords))]
    [InlineData(typeof(WorkshopWords))]
    [InlineData(typeof(FormWords))]
    [InlineData(typeof(PromptWords))]
    [InlineData(typeof(SetUpWords))]
    [InlineData(typeof(MailWords))]
    [InlineData(typeof(CalendarWords))]
    [InlineData(typeof(Web3Tel.Server.Panel.Trials.TrialWords))]
    [InlineData(typeof(OwnWords))]
    [InlineData(typeof(ReportWords))]
    [InlineData(typeof(DeskWords))]
    [InlineData(typeof(RecordingWords))]
    [InlineData(typeof(ReviewWords))]
    [InlineData(typeof(AccountWords))]
    public void Every_word_of_a_page_is_there_in_both_languages(Type words)
    {
        var english = SaidBy(words, nameof(Language.English));
        var russian = SaidBy(words, nameof(Language.Russian));
        english.Should().HaveCountGreaterThan(15).And.AllSatisfy(said => said.Value.Should().NotBeNullOrWhiteSpace(said.Key));
        russian.Should().HaveSameCount(english).And.AllSatisfy(said => said.Value.Should().MatchRegex("[а-яё]", said.Key));
        russian.Should().AllSatisfy(said => Places(said.Value).Should().Equal(Places(english[said.Key]), said.Key));
    }

    [Fact]
    public void Every_repair_has_words_in_both_languages()
    {
        Enum.GetValues<Web3Tel.Distribution.Repair>().Should().AllSatisfy(what =>
        {
            RepairWords.English.Of(what).Should().MatchRegex("^[a-z]");
            RepairWords.Russian.Of(what).Should().MatchRegex("^[а-яё]");
        });
    }

    [Fact]
    public void Every_act_of_the_audit_trail_has_words_of_its_own_in_both_languages()
    {
        var acts = Enum.GetValues<Web3Tel.Auditing.AuditedAct>();
        acts.Select(AuditWords.English.OfAct).Should().OnlyHaveUniqueItems().And.AllSatisfy(said => said.Should().MatchRegex("^[a-z]"));
        acts.Select(AuditWords.Russian.OfAct).Should().OnlyHaveUniqueItems().And.AllSatisfy(said => said.Should().MatchRegex("^[а-яё]"));
        SaidBy(typeof(AuditWords), nameof(Language.English)).Should().AllSatisfy(said => said.Value.Should().NotBeNullOrWhiteSpace(said.Key));
        SaidBy(typeof(AuditWords), nameof(Language.Russian)).Should().AllSatisfy(said => said.Value.Should().MatchRegex("[а-яё]", said.Key));
    }

    static Dictionary<string, string> SaidBy(Type words, string language)
    {
        var said = words.GetField(language)!.GetValue(null);
        return words.GetProperties().Where(property => property.PropertyType == typeof(string)).ToDictionary(property => property.Name, property => (string)property.GetValue(said)!);
    }

    /// <summary>What is to be filled in.</summary>
    static IEnumerable<string> Places(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order(StringComparer.Ordinal);

    /// <summary>All that a language says: each property, and each value of each enum it has words for.</summary>
    static Dictionary<string, string> Said(Words words)
    {
        var properties = typeof(Words).GetProperties().ToDictionary(property => property.Name, property => (string)property.GetValue(words)!);
        var values =
            from method in typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            where method.Name == nameof(Words.Of)
            let type = method.GetParameters()[0].ParameterType
            from value in Enum.GetValues(type).Cast<object>()
            select KeyValuePair.Create($"{type.Name}.{value}", (string)method.Invoke(words, [value])!);
        return properties.Concat(values).ToDictionary();
    }
}
