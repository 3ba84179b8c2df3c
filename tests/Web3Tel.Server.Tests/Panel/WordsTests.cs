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
