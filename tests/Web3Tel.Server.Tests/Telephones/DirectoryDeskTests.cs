using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using FluentAssertions;
using Web3Tel.Server.Telephones;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Telephones;

/// <summary>What FreeSWITCH is told of operators' telephones when it asks as mod_xml_curl does.</summary>
public sealed class DirectoryDeskTests() : RunningServiceTest(connected: true)
{
    const string Token = "only-for-this-test";

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Directory:Token"] = Token,
        ["Web3Tel:Operators:1:Name"] = "Вера <\"${hangup}\">",
        ["Web3Tel:Operators:1:PhonePassword"] = PhonePassword.Of("1002", "127.0.0.1", "secret").Secret(),
    };

    [Fact]
    public async Task An_operators_telephone_is_told_with_its_a1_hash_and_no_variable_of_the_name_is_put_in()
    {
        var document = XElement.Parse((await Ask("1002", "127.0.0.1")).Text);

        var user = document.Descendants("user").Single();
        ((string?)user.Attribute("id"), Value(user, "param", "a1-hash")).Should().Be(("1002", "a6262693522a401dfb1ec13bbc51aa9d"));
        Value(user, "variable", "effective_caller_id_name").Should().Be("Вера <\"{hangup}\">");
        Value(user, "variable", "user_context").Should().Be("internal");
        Value(user, "variable", "presence_id").Should().Be("1002@127.0.0.1");
    }

    [Theory]
    [InlineData("1001", "127.0.0.1")]
    [InlineData("1002", "elsewhere.example")]
    [InlineData("nobody", "127.0.0.1")]
    [InlineData("", "")]
    public async Task Whom_we_do_not_know_FreeSWITCH_looks_for_in_its_own_directory(string user, string domain) =>
        (await Ask(user, domain)).Text.Should().Be("""<document type="freeswitch/xml"><section name="result"><result status="not found" /></section></document>""");

    [Theory]
    [InlineData("web3tel:wrong")]
    [InlineData("other:only-for-this-test")]
    [InlineData(null)]
    public async Task Without_the_token_nothing_is_told(string? proof)
    {
        var (status, text) = await Ask("1002", "127.0.0.1", proof);

        status.Should().Be(HttpStatusCode.Unauthorized);
        text.Should().NotContain("a1-hash");
    }

    [Fact]
    public async Task The_password_is_not_shown_and_is_kept_by_what_stands_in_its_place()
    {
        var shown = await Service.Get("/api/configuration");
        shown.ToJsonString().Should().NotContain("a6262693").And.Contain("(kept)");

        shown["document"]!["LongestBreakSeconds"] = 600;
        var answer = await Service.Http.PutAsync(new Uri("/api/configuration", UriKind.Relative), new StringContent(shown.ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Ask("1002", "127.0.0.1")).Text.Should().Contain("a6262693522a401dfb1ec13bbc51aa9d");
    }

    async Task<(HttpStatusCode Status, string Text)> Ask(string user, string domain, string? proof = "web3tel:" + Token)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri("/freeswitch/directory", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("section", "directory"), new("action", "sip_auth"), new("user", user), new("domain", domain)]),
        };
        question.Headers.Authorization = proof is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(proof)));
        using var answer = await Service.Http.SendAsync(question, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static string? Value(XElement user, string what, string name) =>
        (string?)user.Descendants(what).Single(one => (string?)one.Attribute("name") == name).Attribute("value");
}
