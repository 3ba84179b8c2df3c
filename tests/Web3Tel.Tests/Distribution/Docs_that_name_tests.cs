using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>A table of features is worth what its tests are worth: a test that was renamed or taken away is missed here.</summary>
public sealed partial class Docs_that_name_tests
{
    internal static readonly string Root = Checkout(AppContext.BaseDirectory);

    [Theory]
    [InlineData("comparison.md", 20)]
    [InlineData("queues.md", 20)]
    [InlineData("voicemail.md", 10)]
    [InlineData("why.md", 10)]
    [InlineData("reports.md", 10)]
    [InlineData("mail.md", 4)]
    [InlineData("scenario.md", 20)]
    [InlineData("zero-to-call.md", 1)]
    [InlineData("api.md", 6)]
    [InlineData("prompts.md", 10)]
    [InlineData("callback.md", 15)]
    [InlineData("configuration.md", 20)]
    [InlineData("telephone.md", 20)]
    [InlineData("recordings.md", 30)]
    public void The_tests_that_the_docs_name_exist(string page, int least)
    {
        var named = Named().Matches(Read(page)).Select(match => match.Groups[1].Value).Distinct().ToArray();
        named.Should().HaveCountGreaterThan(least);
        named.Should().BeSubsetOf(Tests());
    }

    [Fact]
    public void A_feature_of_others_has_a_test_here_or_is_said_not_to_be_here()
    {
        var rows = Read("comparison.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split(" |"))
            .Where(cells => cells[0] is not ("| There" or "| ---")).ToArray();
        rows.Should().HaveCountGreaterThan(100);
        rows.Where(cells => !Named().IsMatch(cells[2]) && !cells[1].TrimStart().StartsWith("**not here**", StringComparison.Ordinal))
            .Select(cells => cells[0]).Should().BeEmpty();
    }

    static HashSet<string> Tests() =>
    [
        .. Sources(Path.Combine(Root, "tests"))
            .SelectMany(file => Method().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value),
    ];

    /// <summary>Not what is built of them: files and folders come and go there while other tests run, or are built.</summary>
    static IEnumerable<string> Sources(string folder) => Directory.GetFiles(folder, "*.cs")
        .Concat(Directory.GetDirectories(folder).Where(inner => Path.GetFileName(inner) is not ("bin" or "obj")).SelectMany(Sources));

    internal static string Read(string page) => File.ReadAllText(Path.Combine(Root, "docs", page));

    static string Checkout(string folder) => File.Exists(Path.Combine(folder, "Web3Tel.sln"))
        ? folder
        : Checkout(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Tests run from within a checkout: no Web3Tel.sln above them."));

    [GeneratedRegex("`([A-Z][a-z0-9]*(?:_\\w+){2,})`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\[(?:Fact|Theory)[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();
}
