using System.Globalization;
using FluentAssertions;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Speech;

public sealed class Telling_the_time
{
    [Theory]
    [InlineData("00:00", "midnight", "ноль часов")]
    [InlineData("00:30", "twelve thirty a.m.", "ноль часов тридцать минут")]
    [InlineData("01:01", "one oh one a.m.", "один час одна минута")]
    [InlineData("09:00", "nine a.m.", "девять часов")]
    [InlineData("11:12", "eleven twelve a.m.", "одиннадцать часов двенадцать минут")]
    [InlineData("12:00", "noon", "двенадцать часов")]
    [InlineData("12:05", "twelve oh five p.m.", "двенадцать часов пять минут")]
    [InlineData("21:42", "nine forty-two p.m.", "двадцать один час сорок две минуты")]
    [InlineData("22:51", "ten fifty-one p.m.", "двадцать два часа пятьдесят одна минута")]
    public void By_itself(string time, string english, string russian)
    {
        var at = TimeOnly.Parse(time, CultureInfo.InvariantCulture);
        SpokenMoment.Time(Language.English, at).Should().Be(english);
        SpokenMoment.Time(Language.Russian, at).Should().Be(russian);
    }

    [Theory]
    [InlineData("2026-11-26T21:01", "today at nine oh one p.m.", "сегодня в двадцать один час одну минуту")]
    [InlineData("2026-11-27T09:00", "tomorrow at nine a.m.", "завтра в девять часов")]
    [InlineData("2026-12-01T10:22", "on Tuesday at ten twenty-two a.m.", "во вторник в десять часов двадцать две минуты")]
    [InlineData("2026-12-02T10:00", "on Wednesday at ten a.m.", "в среду в десять часов")]
    [InlineData("2026-12-03T10:00", "on the third of December at ten a.m.", "третьего декабря в десять часов")]
    [InlineData("2027-01-09T09:30", "on the ninth of January at nine thirty a.m.", "девятого января в девять часов тридцать минут")]
    [InlineData("2027-02-23T12:00", "on the twenty-third of February at noon", "двадцать третьего февраля в двенадцать часов")]
    [InlineData("2027-05-30T00:00", "on the thirtieth of May at midnight", "тридцатого мая в ноль часов")]
    public void As_the_moment_of_what_will_be(string moment, string english, string russian)
    {
        var (at, now) = (DateTime.Parse(moment, CultureInfo.InvariantCulture), new DateTime(2026, 11, 26, 19, 0, 0));
        SpokenMoment.When(Language.English, at, now).Should().Be(english);
        SpokenMoment.When(Language.Russian, at, now).Should().Be(russian);
    }

    [Fact]
    public void Each_day_of_a_month_has_its_word_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Enumerable.Range(1, 31).Select(day => SpokenMoment.When(language, new DateTime(2027, 1, day), new DateTime(2026, 1, 1)))
                .Should().OnlyHaveUniqueItems().And.NotContainMatch("*  *").And.NotContainMatch("* of*ofth*");
        }
    }
}
