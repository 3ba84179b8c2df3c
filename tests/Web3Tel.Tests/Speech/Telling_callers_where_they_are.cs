using FluentAssertions;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Speech;

public sealed class Telling_callers_where_they_are
{
    [Theory]
    [InlineData(1, "первый")]
    [InlineData(2, "второй")]
    [InlineData(3, "третий")]
    [InlineData(5, "пятый")]
    [InlineData(11, "одиннадцатый")]
    [InlineData(20, "двадцатый")]
    [InlineData(21, "двадцать первый")]
    [InlineData(22, "двадцать второй")]
    [InlineData(25, "двадцать пятый")]
    [InlineData(40, "сороковой")]
    [InlineData(100, "сотый")]
    [InlineData(101, "сто первый")]
    [InlineData(111, "сто одиннадцатый")]
    [InlineData(112, "сто двенадцатый")]
    [InlineData(340, "триста сороковой")]
    [InlineData(1000, "тысячный")]
    [InlineData(2003, "две тысячи третий")]
    [InlineData(5200, "пять тысяч двухсотый")]
    [InlineData(9999, "девять тысяч девятьсот девяносто девятый")]
    public void A_place_in_Russian_is_an_ordinal_whose_last_word_alone_is_one(int place, string words) =>
        Phrases.Position(Language.Russian, place).Should().Be($"вы {words} в очереди");

    [Theory]
    [InlineData(1, "one")]
    [InlineData(3, "three")]
    [InlineData(11, "eleven")]
    [InlineData(21, "twenty-one")]
    [InlineData(40, "forty")]
    [InlineData(100, "one hundred")]
    [InlineData(101, "one hundred and one")]
    [InlineData(112, "one hundred and twelve")]
    [InlineData(1001, "one thousand and one")]
    [InlineData(2340, "two thousand three hundred and forty")]
    public void A_place_in_English_is_a_number(int place, string words) =>
        Phrases.Position(Language.English, place).Should().Be($"you are number {words} in the queue");

    [Theory]
    [InlineData(1, "одной минуты")]
    [InlineData(2, "двух минут")]
    [InlineData(3, "трёх минут")]
    [InlineData(5, "пяти минут")]
    [InlineData(11, "одиннадцати минут")]
    [InlineData(21, "двадцати одной минуты")]
    [InlineData(22, "двадцати двух минут")]
    [InlineData(25, "двадцати пяти минут")]
    [InlineData(90, "девяноста минут")]
    [InlineData(101, "двух часов")]
    [InlineData(300, "пяти часов")]
    [InlineData(21 * 60, "двадцати одного часа")]
    public void A_wait_in_Russian_is_in_the_genitive(int minutes, string words) =>
        Phrases.ExpectedWait(Language.Russian, TimeSpan.FromMinutes(minutes)).Should().Be($"ожидание около {words}");

    [Theory]
    [InlineData(60, "one minute")]
    [InlineData(89, "one minute")]
    [InlineData(90, "two minutes")]
    [InlineData(21 * 60, "twenty-one minutes")]
    [InlineData(101 * 60, "two hours")]
    public void A_wait_in_English_is_rounded_to_the_minute_and_to_the_hour_when_long(int seconds, string words) =>
        Phrases.ExpectedWait(Language.English, TimeSpan.FromSeconds(seconds)).Should().Be($"the wait is about {words}");

    [Theory]
    [InlineData(Language.English, "the wait is less than a minute", "the wait is more than a day")]
    [InlineData(Language.Russian, "ожидание меньше минуты", "ожидание больше суток")]
    public void The_shortest_and_the_longest_waits_are_not_counted(Language language, string shortest, string longest)
    {
        Phrases.ExpectedWait(language, TimeSpan.Zero).Should().Be(shortest);
        Phrases.ExpectedWait(language, TimeSpan.FromHours(25)).Should().Be(longest);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    public void Every_place_up_to_ten_thousand_has_words_of_its_own_without_gaps(Language language)
    {
        var phrases = Enumerable.Range(1, 10_000).Select(place => Phrases.Position(language, place)).ToArray();

        phrases.Should().OnlyHaveUniqueItems();
        phrases.Should().OnlyContain(phrase => !phrase.Contains("  ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    public void A_place_before_the_first_and_a_wait_that_is_over_are_refused(Language language)
    {
        FluentActions.Invoking(() => Phrases.Position(language, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Phrases.ExpectedWait(language, TimeSpan.FromSeconds(-1)))
            .Should().Throw<ArgumentOutOfRangeException>();
    }
}
