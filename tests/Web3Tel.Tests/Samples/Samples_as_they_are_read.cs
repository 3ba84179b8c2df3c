using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Samples;

/// <summary>Samples are what a developer reads first.</summary>
public sealed partial class Samples_as_they_are_read
{
    static readonly string[] Names =
        [.. Directory.GetFiles(Path.Combine(Docs_that_name_tests.Root, "samples", "Web3Tel.Samples"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> All => [.. Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_short_and_says_first_what_it_shows(string sample)
    {
        var lines = File.ReadAllLines(Path.Combine(Docs_that_name_tests.Root, "samples", "Web3Tel.Samples", $"{sample}.cs"));
        lines.Should().HaveCountLessThan(60);
        FirstComment().Match(string.Join('\n', lines)).Groups[1].Value.Should().StartWith("Shows ");
    }

    [Fact]
    public void Each_is_run_by_a_test()
    {
        var tests = File.ReadAllText(Path.Combine(Docs_that_name_tests.Root, "tests", "Web3Tel.Tests", "Samples", "SampleTests.cs"));
        Names.Where(sample => !Regex.IsMatch(tests, $@"\b{sample}\.")).Should().BeEmpty();
    }

    [GeneratedRegex(@"/// <summary>\s*(?:///)?\s*(.*?)(?:</summary>|\n)")]
    private static partial Regex FirstComment();
}
