using System.Net;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Panel;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>The telephone on the desk's page.</summary>
public sealed class VertoPageTests : VertoTest
{
    [Fact]
    public async Task The_desk_has_a_telephone_in_both_languages_and_its_module_is_compiled()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        (await Page(anna, "/desk?lang=en")).Should().ContainAll("<browser-telephone", "data-operator=\"1001\"", "Hang up", "scripts/telephone/telephone.js").And.NotContain("style=");
        (await Page(anna, "/desk?lang=ru")).Should().ContainAll("<browser-telephone", "Положить трубку", "Проверить микрофон");
        var module = await anna.GetAsync(new Uri("/scripts/telephone/telephone.js", UriKind.Relative), TestContext.Current.CancellationToken);
        module.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        (await module.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("customElements.define('browser-telephone'").And.Contain("./wire.js");
    }

    [Fact]
    public void Every_word_of_the_telephone_is_there_in_both_languages()
    {
        var (english, russian) = (Said(TelephoneWords.English), Said(TelephoneWords.Russian));
        english.Should().HaveCountGreaterThan(25).And.AllSatisfy(word => word.Should().NotBeNullOrWhiteSpace());
        russian.Should().HaveSameCount(english).And.AllSatisfy(word => word.Should().MatchRegex("[а-яё]"));
    }

    static List<string> Said(TelephoneWords words) => [.. typeof(TelephoneWords).GetProperties().Select(property => property.GetValue(words)).OfType<string>()];

    static async Task<string> Page(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
}
