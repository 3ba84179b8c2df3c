using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class RefusedEmailTests : OutboxTest
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

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
}
