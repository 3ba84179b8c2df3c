using FluentAssertions;
using MimeKit;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>What arrives, and what cannot go out.</summary>
public sealed class SentEmailTests : OutboxTest
{
    [Fact]
    public async Task What_was_put_arrives_with_everything_in_it()
    {
        var wav = Folder["message.wav"];
        await File.WriteAllBytesAsync(wav, [.. Enumerable.Range(0, 100_000).Select(n => (byte)(n * 7))], TestContext.Current.CancellationToken);
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one", "Анна <anna@example.com>", "boris@пример.рф") with
        {
            Subject = "Голосовая почта 📞 מיכאל, 1:05",
            Text = "Строка\n.\n..точки\nend\0\n",
            Attachment = new Attachment(wav, "сообщение.wav"),
        });

        Shown(mail).Should().Be("Sent, Анна <anna@example.com> Sent, boris@пример.рф Sent, attempts 1, doubts 0");
        var delivery = Server.Deliveries.Should().ContainSingle().Which;
        delivery.Recipients.Should().Equal("anna@example.com", "boris@xn--e1afmkfd.xn--p1ai");
        var message = delivery.Message;
        message.Subject.Should().Be("Голосовая почта 📞 מיכאל, 1:05");
        message.TextBody!.ReplaceLineEndings("\n").Should().Be("Строка\n.\n..точки\nend\n");
        message.From.ToString().Should().Be("\"Call center\" <calls@example.com>");
        message.Date.Should().Be(Start);
        message.MessageId.Should().Be(mail.MessageId).And.EndWith("@example.com");
        message.Headers[HeaderId.AutoSubmitted].Should().Be("auto-generated");
        var attached = message.Attachments.OfType<MimePart>().Should().ContainSingle().Which;
        attached.FileName.Should().Be("сообщение.wav");
        attached.ContentType.MimeType.Should().StartWith("audio/");
        using var content = new MemoryStream();
        await attached.Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        content.ToArray().Should().Equal(await File.ReadAllBytesAsync(wav, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_subject_with_line_ends_in_it_adds_no_header()
    {
        await using var outbox = await Open();

        await Tried(outbox, Email("one") with { Subject = "Hello\r\nBcc: everybody@example.com\r\n\r\nbody \ud83d end" });

        var message = Server.Deliveries.Single().Message;
        message.Subject.Should().Be("Hello Bcc: everybody@example.com body \ufffd end");
        message.Bcc.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_missing_attachment_fails_the_email_with_the_reason_and_does_not_lose_it()
    {
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one") with { Attachment = new Attachment(Folder["gone.wav"], "voicemail.wav") });
        Shown(mail).Should().Be("Failed, anna@example.com Failed, attempts 1, doubts 0");
        mail.Why.Should().Be($"The attachment {Folder["gone.wav"]} is missing.");
        Server.Connections.Should().Be(0);

        await File.WriteAllTextAsync(Folder["gone.wav"], "RIFF", TestContext.Current.CancellationToken);
        (await outbox.Retry(mail.Id)).Should().Be(RetryAnswer.Tried);
        await Quiet(outbox);
        Server.Deliveries.Single().Message.Attachments.Should().ContainSingle();
    }

    [Fact]
    public async Task An_unreadable_attachment_fails_the_email_with_the_reason()
    {
        await using var outbox = await Open();

        (await Tried(outbox, Email("one") with { Attachment = new Attachment(Folder.Path, "voicemail.wav") })).Why.Should().StartWith($"The attachment {Folder.Path} cannot be read");
        (await Tried(outbox, Email("two") with { Attachment = new Attachment("", "voicemail.wav") })).State.Should().Be(MailState.Failed);
    }

    [Fact]
    public async Task An_email_that_nobody_can_get_is_there_as_failed()
    {
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one", "anna@example.com\r\nRCPT TO:<eve@example.com>", "anna", "@example.com", ""));
        Shown(mail).Should().StartWith("Failed").And.EndWith("attempts 0, doubts 0");
        mail.Why.Should().Be("This is no e-mail address.");
        (await outbox.Retry(mail.Id)).Should().Be(RetryAnswer.Hopeless);
        (await Tried(outbox, Email("two") with { To = [] })).Why.Should().Be("It has no recipients.");
        Server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task An_address_with_other_letters_goes_where_the_server_takes_it_and_fails_elsewhere()
    {
        await using (var outbox = await Open())
        {
            var mail = await Tried(outbox, Email("one", "анна@example.com", "boris@example.com"));
            Shown(mail).Should().Be("Failed, анна@example.com Failed, boris@example.com Sent, attempts 1, doubts 0");
            mail.Why.Should().Contain("SMTPUTF8");
        }

        await Server.DisposeAsync();
        Server = new FaultySmtpServer { Extensions = ["8BITMIME", "SMTPUTF8"] };
        await using var again = await Open();
        Shown(await Tried(again, Email("two", "анна@example.com"))).Should().Be("Sent, анна@example.com Sent, attempts 1, doubts 0");
    }
}
