using FluentAssertions;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>A test e-mail tells where it was stopped, in the reader's language, and is not kept.</summary>
public sealed class TestEmailTests : OutboxTest
{
    [Theory]
    [InlineData(SmtpStep.Greeting, "554 5.7.1 not you", MailFault.Refused)]
    [InlineData(SmtpStep.Sender, "550 5.1.8 unknown sender", MailFault.Sender)]
    [InlineData(SmtpStep.Recipient, "550 5.1.1 no such mailbox", MailFault.Recipient)]
    [InlineData(SmtpStep.Text, "554 5.7.1 spam", MailFault.Refused)]
    public async Task What_the_server_refuses_is_told_with_its_own_words(SmtpStep step, string line, MailFault fault)
    {
        Server.Fault = (at, _) => at == step ? SmtpFault.Answer(line) : null;

        (await Tested(Settings(), Language.English)).Should().Be(new TestReply(fault, $"The server said: {line}"));
        (await Tested(Settings(), Language.Russian)).Should().Be(new TestReply(fault, $"Сервер ответил: {line}"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_says_nothing_is_told_by_what_to_look_at()
    {
        var gone = Ports.Free();
        (await Tested(Settings() with { Port = gone }, Language.Russian)).Should().Be(
            new TestReply(MailFault.Connection, $"Нет соединения с 127.0.0.1:{gone}: там никто не отвечает. Верны ли Web3Tel:Mail:Host и Port?"));
        (await Tested(Settings() with { Host = "nowhere.invalid" }, Language.English)).Fault.Should().Be(MailFault.Connection);

        Server.Fault = (step, _) => step == SmtpStep.Greeting ? SmtpFault.Answer("hello?") : null;
        (await Tested(Settings(), Language.Russian)).Should().Match<TestReply>(reply => reply.Fault == MailFault.Connection || reply.Fault == MailFault.Refused);
    }

    [Fact]
    public async Task A_way_that_is_not_protected_and_a_password_that_is_refused_are_told()
    {
        (await Tested(Settings() with { Security = MailSecurity.StartTls }, Language.Russian)).Should().Match<TestReply>(reply => reply.Fault == MailFault.Protection && reply.Said.Contains("не предлагает STARTTLS"));
        (await Tested(Settings() with { Security = MailSecurity.Tls }, Language.Russian)).Should().Match<TestReply>(reply => reply.Fault == MailFault.Protection && reply.Said.Contains("там не отвечают по TLS"));

        using var certificate = TestCertificate.For("mail.example.com");
        await Serve(new FaultySmtpServer { Certificate = certificate });
        (await Tested(Settings() with { Security = MailSecurity.StartTls, Trusted = [certificate] }, Language.Russian)).Should()
            .Match<TestReply>(reply => reply.Fault == MailFault.Protection && reply.Said.Contains("сертификат выдан на другое имя, не 127.0.0.1"));
        (await Tested(Settings() with { Security = MailSecurity.StartTls, Host = "localhost" }, Language.Russian)).Fault.Should().Be(MailFault.Protection);

        await Serve(new FaultySmtpServer { Account = ("web3tel", "right") });
        var refused = await Tested(Settings() with { User = "web3tel", Password = "wr0ng" }, Language.Russian);
        refused.Should().Be(new TestReply(MailFault.Password, $"127.0.0.1:{Server.Port} не принимает Web3Tel:Mail:User и Password: 535: 5.7.8 wrong name or password"));
        (await Tested(Settings(), Language.Russian)).Should().Match<TestReply>(reply => reply.Fault == MailFault.Password && reply.Said.Contains("530 5.7.0"));
    }

    [Fact]
    public async Task What_is_accepted_is_told_and_is_no_e_mail_of_the_outbox()
    {
        await using var outbox = await Open();

        (await outbox.Test(TestEmail.To("anna@example.com", Language.Russian), Language.Russian)).Should().Match<TestReply>(reply => reply.IsAccepted && reply.Said.StartsWith("Сервер ответил: 250"));

        Server.Deliveries.Should().ContainSingle();
        (await outbox.Counts()).Should().Be(default(OutboxCounts));
    }

    async Task Serve(FaultySmtpServer another)
    {
        await Server.DisposeAsync();
        Server = another;
    }

    async Task<TestReply> Tested(MailSettings settings, Language told)
    {
        await using var outbox = await Open(settings);
        return await outbox.Test(TestEmail.To("anna@example.com", told), told);
    }
}
