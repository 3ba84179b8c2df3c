using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class OutboxTests : OutboxTest
{
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

        // What is wrong with the disk is told a moment before it is decided when it is tried again.
        await Service.Eventually.Holds(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            put.IsCompleted.Should().BeTrue();
            return Task.CompletedTask;
        });
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
