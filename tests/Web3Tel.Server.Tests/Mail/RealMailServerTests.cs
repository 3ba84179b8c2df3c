using FluentAssertions;
using MimeKit;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class RealMailServerTests : OutboxTest
{
    [Fact]
    public async Task A_voicemail_arrives_at_a_real_mail_server_encrypted()
    {
        // Debian: python3-aiosmtpd.
        var program = VoiceProgram.Find("/usr/bin/aiosmtpd") ?? VoiceProgram.Find("aiosmtpd");
        Assert.SkipWhen(program is null, "Needs aiosmtpd (Debian: python3-aiosmtpd), which is not installed here.");
        using var certificate = TestCertificate.For("127.0.0.1");
        var port = Ports.Free();
        await using var server = ChildProcess.Start(
            program,
            [
                "-n", "-l", $"127.0.0.1:{port}", "--tlscert", certificate.Write(Folder["mail.pem"]), "--tlskey", certificate.WriteKey(Folder["mail.key"]),
                "-c", "aiosmtpd.handlers.Mailbox", Folder["mailbox"],
            ],
            Folder.Path);
        await File.WriteAllTextAsync(Folder["message.wav"], "RIFF, more or less", TestContext.Current.CancellationToken);
        await using var outbox = await Open(Settings() with { Port = port, Security = MailSecurity.StartTls, Trusted = [certificate] });
        var id = await outbox.Put(VoicemailEmail.Of(new VoicemailNotice(
            "17", "Поддержка", ["anna@example.com"], "+79160000000", "Иван 📞", Start, TimeZoneInfo.Utc, TimeSpan.FromSeconds(65), Language.Russian, Folder["message.wav"])));

        // It takes a moment until the server listens.
        await Service.Eventually.Holds(async () =>
        {
            await Pass(outbox, TimeSpan.FromMinutes(1));
            var mail = (await outbox.Find(id))!;
            mail.State.Should().Be(MailState.Sent, $"{mail.Why} {server.Output}");
        });

        var message = await MimeMessage.LoadAsync(Directory.GetFiles(Folder["mailbox/new"]).Should().ContainSingle().Which, TestContext.Current.CancellationToken);
        message.Subject.Should().Be("Голосовая почта Поддержка: Иван 📞 (+79160000000), 1:05");
        message.MessageId.Should().Be((await outbox.Find(id))!.MessageId);
        using var content = new MemoryStream();
        await message.Attachments.OfType<MimePart>().Single().Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        content.ToArray().Should().Equal(await File.ReadAllBytesAsync(Folder["message.wav"], TestContext.Current.CancellationToken));
    }
}
