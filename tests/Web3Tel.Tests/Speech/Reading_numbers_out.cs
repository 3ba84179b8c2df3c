using FluentAssertions;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Speech;

public sealed class Reading_numbers_out
{
    [Theory]
    [InlineData("+79161234567", "plus, seven, nine one six, one two three, four five, six seven")]
    [InlineData("4951234567", "four nine five, one two three, four five, six seven")]
    [InlineData("1234567", "one two three, four five, six seven")]
    [InlineData("123456", "one two, three four, five six")]
    [InlineData("12345", "one two three, four five")]
    [InlineData("1001", "one zero, zero one")]
    [InlineData("112", "one one two")]
    [InlineData("", "")]
    public void Each_digit_is_told_in_groups(string number, string words) => SpokenNumber.Of(Language.English, number).Should().Be(words);

    [Fact]
    public void In_Russian_too() =>
        SpokenNumber.Of(Language.Russian, "+7 (916) 203-45-89").Should().Be("плюс, семь, девять один шесть, два ноль три, четыре пять, восемь девять");
}
