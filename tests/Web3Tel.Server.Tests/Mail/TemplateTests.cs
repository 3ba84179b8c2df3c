using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class TemplateTests
{
    static readonly string[] Places = ["caller", "when"];

    [Theory]
    [InlineData("", "")]
    [InlineData("{caller}", "Анна {when}")]
    [InlineData("a {caller}{when}\nb", "a Анна {when}now\nb")]
    [InlineData("{{caller}} {{{caller}}}", "{caller} {Анна {when}}")]
    [InlineData("50% $1 \\ <b> 👩‍👩‍👧 {when}", "50% $1 \\ <b> 👩‍👩‍👧 now")]
    public void Places_are_filled_once_and_all_else_stays_as_it_is(string text, string filled)
    {
        var (template, faults) = Template.Read(text, Places);

        faults.Should().BeEmpty();
        template.Fill(new Dictionary<string, string> { ["caller"] = "Анна {when}", ["when"] = "now" }).Should().Be(filled);
    }

    [Theory]
    [InlineData("{callr} and {}", "has {callr}, which is no place.|has {}, which is no place.")]
    [InlineData("{Caller}", "has {Caller}, which is no place.")]
    [InlineData("a } b {caller", "has a } that nothing opens.|has a { that nothing closes.")]
    [InlineData("{{{", "has a { that nothing closes.")]
    [InlineData("{caller}}", "has a } that nothing opens.")]
    public void All_that_is_wrong_with_one_is_told(string text, string faults) => Template.Read(text, Places).Faults.Select(fault => fault.English).Should().Equal(faults.Split('|'));

    [Fact]
    public void One_of_our_own_with_a_fault_is_refused() => ((Func<Template>)(() => Template.Of("{x}", Places))).Should().Throw<ArgumentException>();
}
