using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Panel;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class AccountWordsTests
{
    [Fact]
    public void Every_word_is_there_in_both_languages_and_nothing_was_left_untranslated()
    {
        var (english, russian) = (Said(AccountWords.English), Said(AccountWords.Russian));
        english.Should().HaveCountGreaterThan(40).And.AllSatisfy(word => word.Should().NotBeNullOrWhiteSpace());
        russian.Should().HaveSameCount(english).And.NotContainNulls().And.AllSatisfy(word => word.Should().MatchRegex("[а-яё]"));
    }

    static List<string> Said(AccountWords words) =>
    [
        .. typeof(AccountWords).GetProperties().Select(property => property.GetValue(words)).OfType<string>(),
        .. Enum.GetValues<Role>().Select(words.OfRole),
        .. Enum.GetValues<AccountFault>().Select(words.OfFault),
    ];
}
