using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class SmtpSecurityTests : OutboxTest
{
    const string Password = "s3cret-Пароль";

    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("StartTlsIfOffered", false)]
    [InlineData("Tls", true)]
    public async Task A_certificate_named_in_the_settings_is_trusted_and_the_password_goes_encrypted(string security, bool fromTheFirstByte)
    {
        using var certificate = TestCertificate.For("127.0.0.1");
        await Serve(certificate, fromTheFirstByte);
        var log = new LogLines();
        await using var outbox = await Open(Settings() with { Security = Enum.Parse<MailSecurity>(security), User = "web3tel", Password = Password, Trusted = [certificate] }, log);

        var mail = await Tried(outbox, Email("one"));

        mail.State.Should().Be(MailState.Sent, mail.Why);
        Server.Heard.Should().Contain(line => line.StartsWith("AUTH PLAIN"));
        log.All.Should().Contain("was accepted by").And.NotContain(Password);
    }

    [Theory]
    [InlineData("127.0.0.1", false, "its certificate is not trusted, or out of date", "Web3Tel:Mail:TrustedCertificate")]
    [InlineData("mail.example.com", true, "its certificate is made for another name than 127.0.0.1", "Web3Tel:Mail:Host")]
    public async Task A_certificate_that_nobody_trusts_or_of_another_name_gets_neither_password_nor_mail(string name, bool isTrusted, string why, string fix)
    {
        using var certificate = TestCertificate.For(name);
        await Serve(certificate);
        X509Certificate2Collection trusted = isTrusted ? [certificate] : [];
        await using var outbox = await Open(Settings() with { Security = MailSecurity.StartTls, User = "web3tel", Password = Password, Trusted = trusted });

        var mail = await Tried(outbox, Email("one"));

        mail.State.Should().Be(MailState.Waiting);
        mail.Why.Should().Contain(why).And.Contain(fix);
        Server.Heard.Should().NotContain(line => line.StartsWith("AUTH"));
        Server.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_encryption_is_demanded_and_not_offered_nothing_is_sent()
    {
        await using var outbox = await Open(Settings() with { Security = MailSecurity.StartTls });

        var mail = await Tried(outbox, Email("one"));

        mail.State.Should().Be(MailState.Waiting);
        mail.Why.Should().Contain("offers no STARTTLS").And.Contain("Web3Tel:Mail:Security");
        Server.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_encryption_is_only_wished_for_it_goes_without()
    {
        await using var outbox = await Open(Settings() with { Security = MailSecurity.StartTlsIfOffered });
        (await Tried(outbox, Email("one"))).State.Should().Be(MailState.Sent);
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_the_password()
    {
        await Serve(certificate: null);
        var log = new LogLines();
        await using var outbox = await Open(Settings() with { User = "web3tel", Password = "wr0ng" }, log);

        var mail = await Tried(outbox, Email("one"));

        mail.Why.Should().Be($"127.0.0.1:{Server.Port} refused Web3Tel:Mail:User and Password: 535: 5.7.8 wrong name or password");
        outbox.Trouble.Should().Be(mail.Why);
        log.All.Should().Contain("535").And.NotContain("wr0ng");
    }

    [Fact]
    public async Task A_server_that_wants_a_password_nobody_set_is_told_with_the_setting()
    {
        await Serve(certificate: null);
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one"));

        mail.State.Should().Be(MailState.Waiting);
        mail.Why.Should().Contain("530 5.7.0 authenticate first").And.Contain("Web3Tel:Mail:User");
    }

    [Fact]
    public async Task A_password_for_a_server_that_wants_none_is_told()
    {
        await using var outbox = await Open(Settings() with { User = "web3tel", Password = Password });
        (await Tried(outbox, Email("one"))).Why.Should().Contain("offers no authentication that we know");
    }

    async Task Serve(X509Certificate2? certificate, bool fromTheFirstByte = false)
    {
        await Server.DisposeAsync();
        Server = new FaultySmtpServer { Certificate = certificate, IsEncryptedFromTheFirstByte = fromTheFirstByte, Account = ("web3tel", Password) };
    }
}
