using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

/// <summary>Pages over HTTPS, with a certificate of one's own: files as certbot writes them.</summary>
public sealed class HttpsTests : AccountTest
{
    public HttpsTests() => Write(First);

    private protected override Dictionary<string, string?> More => new()
    {
        ["Web3Tel:Https:Listen"] = "127.0.0.1:0",
        ["Web3Tel:Https:Certificate"] = Folder["fullchain.pem"],
        ["Web3Tel:Https:Key"] = Folder["privkey.pem"],
    };

    static X509Certificate2 First { get; } = TestCertificate.For("127.0.0.1");

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart_and_one_that_cannot_be_read_changes_nothing()
    {
        (await Shown()).Should().Be(First.Thumbprint);

        await File.WriteAllTextAsync(Folder["fullchain.pem"], "half", TestContext.Current.CancellationToken);
        (await Shown()).Should().Be(First.Thumbprint);

        using var second = TestCertificate.For("127.0.0.1");
        Write(second);
        (await Shown()).Should().Be(second.Thumbprint);
    }

    [Fact]
    public async Task Whoever_signs_in_there_has_cookies_for_HTTPS_alone()
    {
        (await Keeper.Create("test", "olga", Password, new AccountWish(Role.Administrator, null, []))).Should().BeNull();
        using var client = Client(_ => { });
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        using var answer = await SignIn(client, "olga");

        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToArray();
        cookies.Should().Contain(cookie => cookie.StartsWith("web3tel=", StringComparison.Ordinal)).And.Contain(cookie => cookie.StartsWith("web3tel-form=", StringComparison.Ordinal));
        cookies.Should().OnlyContain(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    async Task<string> Shown()
    {
        var shown = "";
        using var client = Client(certificate => shown = certificate.Thumbprint);
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode.Should().BeTrue();
        return shown;
    }

    HttpClient Client(Action<X509Certificate2> seen)
    {
        var way = new HttpClientHandler { AllowAutoRedirect = false };
        way.ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
        {
            seen(certificate!);
            return true;
        };
        return new HttpClient(way) { BaseAddress = Service.SecureAddress };
    }

    void Write(X509Certificate2 certificate)
    {
        certificate.WriteKey(Folder["privkey.pem"]);
        certificate.Write(Folder["fullchain.pem"]);
    }
}
