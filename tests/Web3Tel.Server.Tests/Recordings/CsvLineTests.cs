using FluentAssertions;
using Web3Tel.Server.Recordings;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("Иван", "\"Иван\"")]
    [InlineData("", "\"\"")]
    [InlineData("a \"b\", c\nd", "\"a \"\"b\"\", c\nd\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+79161234567", "\"'+79161234567\"")]
    [InlineData("-1+1", "\"'-1+1\"")]
    [InlineData("@SUM(1)", "\"'@SUM(1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("a=1", "\"a=1\"")]
    public void A_cell_is_text_whatever_it_is(string text, string cell) => CsvLine.Of(text, "x").Should().Be($"{cell},\"x\"\r\n");
}
