using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Telephones;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>By what the switch knows a telephone in the browser: what we sign in with is what it is told.</summary>
public sealed class VertoDirectoryTests : VertoTest
{
    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:Operators:1:PhonePassword"] = PhonePassword.Of("1002", "127.0.0.1", "secret").Secret() };

    [Fact]
    public async Task The_switch_is_told_a_hash_of_the_password_that_we_sign_in_with()
    {
        var (_, page) = await Annas();
        using var open = page;
        var password = Verto.SignIns.Single()["params"]!["passwd"]!.ToString();

        var parameters = await Ask("1001", "jsonrpc-authenticate");

        parameters[^1].Should().Be(("jsonrpc-password", PhonePassword.Of("1001", "127.0.0.1", password).Hash), "mod_verto takes the last");
        parameters.Should().Contain(parameter => parameter.Name == "a1-hash").And.NotContain(parameter => parameter.Value == password);
    }

    [Fact]
    public async Task A_telephone_of_SIP_keeps_its_own_password()
    {
        (await Ask("1002", "sip_auth"))[0].Should().Be(("a1-hash", "a6262693522a401dfb1ec13bbc51aa9d"));
        (await Ask("1001", "sip_auth")).Should().BeEmpty("FreeSWITCH's own directory may know it");
        (await Ask("1001", "user_call")).Should().NotBeEmpty("it is rung, whoever knows its password");
    }

    [Fact]
    public async Task While_the_telephone_is_in_the_browser_no_other_one_rings()
    {
        var (_, page) = await Annas();
        (await DialString()).Should().Contain("verto_contact").And.NotContain("sofia_contact");
        page.Dispose();
        await Eventually.Holds(async () => (await DialString()).Should().Contain("sofia_contact").And.NotContain("verto_contact"));
    }

    [Fact]
    public async Task Whoever_is_rung_while_the_telephone_in_the_browser_is_being_let_in_is_rung_there()
    {
        var mayLetIn = new TaskCompletionSource();
        Verto.MayLetIn = mayLetIn.Task;
        var anna = await SignedIn("anna", Role.Operator, "1001");
        var opening = Open(anna);
        await Eventually.Holds(() => Task.FromResult(Verto.EndedAtSignIns.Should().ContainSingle()));

        var rung = DialString();
        (await Ask("1001", "jsonrpc-authenticate")).Should().NotBeEmpty("the switch asks for that to let it in");
        rung.IsCompleted.Should().BeFalse("it is not known yet where");
        mayLetIn.SetResult();

        (await rung).Should().Contain("verto_contact");
        using var page = await opening;
    }

    async Task<string> DialString() => (await Ask("1001", "user_call", "domain")).Single(parameter => parameter.Name == "dial-string").Value;

    async Task<(string Name, string Value)[]> Ask(string user, string action, string of = "user")
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri("/freeswitch/directory", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("section", "directory"), new("action", action), new("user", user), new("domain", "127.0.0.1")]),
        };
        question.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("web3tel:only-for-this-test")));
        using var answer = await Service.Http.SendAsync(question, TestContext.Current.CancellationToken);
        var document = XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. document.Descendants(of).Descendants("param").Select(param => ((string)param.Attribute("name")!, (string)param.Attribute("value")!))];
    }
}
