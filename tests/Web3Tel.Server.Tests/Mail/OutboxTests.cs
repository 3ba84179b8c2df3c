using System.Reactive.Linq;
using FluentAssertions;
using MimeKit;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class OutboxTests : OutboxTest
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

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
    public async Task A_put_is_acknowledged_when_it_is_on_the_disk_and_not_before()
    {
        await using var outbox = await Open();
        Disk.HoldFlushes();

        var put = outbox.Put(Email("one"));
        Disk.AwaitHeldFlush().Should().BeTrue();
        put.IsCompleted.Should().BeFalse();
        Disk.LetFlushesPass();

        await put;
        await Quiet(outbox);
        Server.Deliveries.Should().ContainSingle();
    }

    [Fact]
    public async Task While_the_disk_takes_nothing_nothing_is_sent_and_afterwards_everything_is()
    {
        await using var outbox = await Open();
        Disk.Full = true;

        var put = outbox.Put(Email("one"));
        await Service.Eventually.Holds(() =>
        {
            outbox.Trouble.Should().Be("No space left on device");
            return Task.CompletedTask;
        });
        Server.Connections.Should().Be(0);
        put.IsCompleted.Should().BeFalse();
        Disk.Full = false;
        Time.Advance(TimeSpan.FromSeconds(1));

        await put;
        await Quiet(outbox);
        outbox.Trouble.Should().BeNull();
        Server.Deliveries.Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_key_is_sent_once_also_after_a_restart()
    {
        long first;
        await using (var outbox = await Open())
        {
            var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => outbox.Put(Email("one"))));
            first = ids.Distinct().Should().ContainSingle().Which;
            await Quiet(outbox);
        }

        await using var again = await Open();
        (await again.Put(Email("one"))).Should().Be(first);
        (await Tried(again, Email("two"))).Id.Should().BeGreaterThan(first);

        Server.Deliveries.Select(delivery => delivery.Message.Subject).Should().Equal("one", "two");
    }

    [Fact]
    public async Task One_refused_recipient_does_not_stop_the_others()
    {
        var busy = true;
        Server.Fault = (step, what) => (step, what) switch
        {
            (SmtpStep.Recipient, "nobody@example.com") => SmtpFault.Answer("550 5.1.1 no such mailbox"),
            (SmtpStep.Recipient, "full@example.com") when busy => SmtpFault.Answer("452 4.2.2 mailbox full"),
            _ => null,
        };
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one", "nobody@example.com", "anna@example.com", "full@example.com"));
        Shown(mail).Should().Be("Waiting, nobody@example.com Failed, anna@example.com Sent, full@example.com Waiting, attempts 1, doubts 0");
        mail.Why.Should().Be("The server said: 452 4.2.2 mailbox full");

        busy = false;
        await Pass(outbox, Minute);
        mail = (await outbox.Find(mail.Id))!;
        Shown(mail).Should().Be("Failed, nobody@example.com Failed, anna@example.com Sent, full@example.com Sent, attempts 2, doubts 0");
        mail.Why.Should().Be("The server said: 550 5.1.1 no such mailbox");
        Server.Deliveries.Select(delivery => string.Join(' ', delivery.Recipients)).Should().Equal("anna@example.com", "full@example.com");
        Server.Deliveries.Select(delivery => delivery.Message.MessageId).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Each_attempt_comes_later_after_the_one_before_until_an_hour_lies_between_them()
    {
        var tries = new List<DateTimeOffset>();
        Server.Fault = (step, _) =>
        {
            if (step != SmtpStep.Text)
            {
                return null;
            }

            tries.Add(Time.GetUtcNow());
            return SmtpFault.Answer("451 4.3.0 try later");
        };
        await using var outbox = await Open();

        await outbox.Put(Email("one"));
        for (var i = 0; i < 6 * 60 * 6; i++)
        {
            await Pass(outbox, TimeSpan.FromSeconds(10));
        }

        var waits = tries.Zip(tries.Skip(1), (one, next) => (next - one).TotalSeconds).ToArray();
        foreach (var (wait, expected) in waits.Zip([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]))
        {
            wait.Should().BeInRange((expected * 0.8) - 0.001, (expected * 1.2) + 10);
        }

        waits.Length.Should().BeInRange(10, 12);
        waits.Should().NotEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600], "they are spread");
    }

    [Fact]
    public async Task What_is_never_taken_is_given_up_when_the_time_is_up_and_says_why()
    {
        Server.Fault = (step, _) => step == SmtpStep.Text ? SmtpFault.Answer("451 4.3.0 try later") : null;
        await using var outbox = await Open();
        var id = await outbox.Put(Email("one"));

        await Pass(outbox, Minute);
        for (var hours = 0; hours < 71; hours++)
        {
            await Pass(outbox, Hour);
        }

        (await outbox.Find(id))!.State.Should().Be(MailState.Waiting);
        await Pass(outbox, Hour);

        var mail = (await outbox.Find(id))!;
        mail.State.Should().Be(MailState.Failed);
        mail.Why.Should().Be("Given up after 72 h. The server said: 451 4.3.0 try later");
        mail.NextTry.Should().BeNull();
        var connections = Server.Connections;
        await Pass(outbox, TimeSpan.FromDays(3));
        Server.Connections.Should().Be(connections);
    }

    [Theory]
    [InlineData(SmtpStep.Sender)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.Text)]
    public async Task A_refusal_for_good_is_final_and_somebody_can_have_it_tried_again(SmtpStep where)
    {
        var refuses = true;
        Server.Fault = (step, _) => step == where && refuses ? SmtpFault.Answer("552 5.3.4 too big") : null;
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one", "anna@example.com", "boris@example.com"));
        Shown(mail).Should().Be("Failed, anna@example.com Failed, boris@example.com Failed, attempts 1, doubts 0");
        mail.Why.Should().Be("The server said: 552 5.3.4 too big");

        refuses = false;
        var answers = await Task.WhenAll(outbox.Retry(mail.Id), outbox.Retry(mail.Id), outbox.Retry(mail.Id));
        answers.Should().ContainSingle(answer => answer == RetryAnswer.Tried, "they asked at once");
        await Quiet(outbox);
        Shown((await outbox.Find(mail.Id))!).Should().Be("Sent, anna@example.com Sent, boris@example.com Sent, attempts 2, doubts 0");
        (await outbox.Retry(mail.Id)).Should().Be(RetryAnswer.Sent);
        (await outbox.Retry(99)).Should().Be(RetryAnswer.Unknown);
        Server.Deliveries.Should().ContainSingle();
    }

    [Theory]
    [InlineData(SmtpStep.Sender)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.Text)]
    public async Task A_refusal_for_now_is_not_final_for_anybody(SmtpStep where)
    {
        Server.Fault = (step, _) => step == where ? SmtpFault.Answer("451 4.3.0 try later") : null;
        await using var outbox = await Open();

        var mail = await Tried(outbox, Email("one", "anna@example.com", "boris@example.com"));
        Shown(mail).Should().Be("Waiting, anna@example.com Waiting, boris@example.com Waiting, attempts 1, doubts 0");
        Server.Fault = (_, _) => null;
        (await outbox.Retry(mail.Id)).Should().Be(RetryAnswer.Tried);
        await Quiet(outbox);

        (await outbox.Find(mail.Id))!.State.Should().Be(MailState.Sent, "who asks need not wait for the next attempt");
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

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_the_time_set()
    {
        Server.Fault = (step, what) => step == SmtpStep.Sender ? new SmtpFault(SmtpFaultKind.Hang) : null;
        await using var outbox = await Open();
        var id = await outbox.Put(Email("one"));
        await Quiet(outbox);
        (await outbox.UnderWay.FirstAsync()).Should().Be(1);

        Time.Advance(TimeSpan.FromSeconds(120));
        Server.Fault = (_, _) => null;
        await Idle(outbox);

        (await outbox.Find(id))!.Why.Should().Be($"127.0.0.1:{Server.Port} did not answer in 120 s.");
        await Pass(outbox, Minute);
        Server.Deliveries.Should().ContainSingle();
    }

    [Fact]
    public async Task While_the_server_is_gone_one_email_at_a_time_looks_for_it()
    {
        Server.Fault = (step, _) => step == SmtpStep.Greeting ? SmtpFault.Answer("421 4.3.2 closed for maintenance") : null;
        await using var outbox = await Open();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => outbox.Put(Email($"mail {n}"))));

        for (var i = 0; i < 120; i++)
        {
            await Pass(outbox, Minute);
        }

        Server.Connections.Should().BeInRange(5, 16);
        outbox.Trouble.Should().Be("The server said: 421 4.3.2 closed for maintenance");
        (await outbox.Counts()).Should().Be(new OutboxCounts(50, 0, 0));

        Server.Fault = (_, _) => null;
        await Pass(outbox, 2 * Hour);
        outbox.Trouble.Should().BeNull();
        (await outbox.Counts()).Should().Be(new OutboxCounts(0, 0, 50));
        Server.Deliveries.Should().HaveCount(50);
    }

    [Fact]
    public async Task When_the_server_stays_gone_all_are_given_up_in_time_with_the_reason()
    {
        await Server.DisposeAsync();
        await using var outbox = await Open();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => outbox.Put(Email($"mail {n}"))));

        for (var i = 0; i < 75; i++)
        {
            await Pass(outbox, Hour);
        }

        (await outbox.Counts()).Should().Be(new OutboxCounts(0, 50, 0));
        (await outbox.Page(MailState.Failed, before: null, limit: 100)).Should().OnlyContain(mail => mail.Why!.Contains("Connection refused"));
    }

    [Fact]
    public async Task What_ended_long_ago_is_forgotten_and_what_waits_is_not()
    {
        Server.Fault = (step, what) => step == SmtpStep.Text && what != "sent" ? SmtpFault.Answer("451 4.3.0 try later") : null;
        await using var outbox = await Open(Settings() with { GiveUpAfter = TimeSpan.FromDays(90) });
        await Tried(outbox, Email("sent"));
        await Tried(outbox, Email("waits"));
        for (var day = 0; day < 29; day++)
        {
            await Pass(outbox, TimeSpan.FromDays(1));
        }

        (await outbox.Counts()).Should().Be(new OutboxCounts(1, 0, 1));
        await Pass(outbox, TimeSpan.FromDays(1));
        await Pass(outbox, TimeSpan.FromDays(1));

        (await outbox.Counts()).Should().Be(new OutboxCounts(1, 0, 0));
        (await outbox.Page(state: null, before: null, limit: 10)).Select(mail => mail.Key).Should().Equal("waits");
    }

    [Fact]
    public async Task The_list_is_newest_first_by_state_and_in_pages()
    {
        Server.Fault = (step, what) => step == SmtpStep.Text && what.EndsWith('3') ? SmtpFault.Answer("554 5.7.1 spam") : null;
        await using var outbox = await Open();
        for (var n = 1; n <= 25; n++)
        {
            await outbox.Put(Email($"mail {n}"));
        }

        await Quiet(outbox);

        (await outbox.Page(MailState.Failed, before: null, limit: 10)).Select(mail => mail.Key).Should().Equal("mail 23", "mail 13", "mail 3");
        (await outbox.Page(MailState.Failed, before: 23, limit: 1)).Select(mail => mail.Key).Should().Equal("mail 13");
        (await outbox.Page(state: null, before: 12, limit: 2)).Select(mail => mail.Key).Should().Equal("mail 11", "mail 10");
        (await outbox.Counts()).Should().Be(new OutboxCounts(0, 3, 22));
    }
}
