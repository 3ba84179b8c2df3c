using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>What "never twice" means, and where it ends.</summary>
public sealed class OutboxRestartTests : OutboxTest
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_waits_is_sent_by_the_next_life_of_the_service()
    {
        Server.Fault = (step, _) => step == SmtpStep.Greeting ? new SmtpFault(SmtpFaultKind.Drop) : null;
        var outbox = await Open();
        var mail = await Tried(outbox, Email("one"));
        mail.State.Should().Be(MailState.Waiting);
        await Close(outbox);
        Server.Fault = (_, _) => null;

        await using var next = await Open();
        await Pass(next, Minute);

        Shown((await next.Find(mail.Id))!).Should().Be("Sent, anna@example.com Sent, attempts 2, doubts 0");
        Server.Deliveries.Should().ContainSingle().Which.Message.MessageId.Should().Be(mail.MessageId);
    }

    [Fact]
    public async Task What_was_accepted_and_recorded_is_never_sent_again()
    {
        var outbox = await Open();
        var mail = await Tried(outbox, Email("one"));
        await Crash(outbox);

        await using var next = await Open();
        await Pass(next, TimeSpan.FromDays(1));

        Shown((await next.Find(mail.Id))!).Should().Be("Sent, anna@example.com Sent, attempts 1, doubts 0");
        Server.Deliveries.Should().ContainSingle();
    }

    [Fact]
    public async Task Accepted_while_the_disk_is_full_is_not_sent_again_as_long_as_the_service_lives()
    {
        Server.Fault = (step, _) => step == SmtpStep.Text ? new SmtpFault(SmtpFaultKind.TakeAndWait) : null;
        await using var outbox = await Open();
        var id = await outbox.Put(Email("one"));
        await Service.Eventually.Holds(() =>
        {
            Server.Deliveries.Should().ContainSingle();
            return Task.CompletedTask;
        });
        Disk.Full = true;
        Server.LetGo();
        await Service.Eventually.Holds(() =>
        {
            outbox.Trouble.Should().Be("No space left on device");
            return Task.CompletedTask;
        });

        for (var i = 0; i < 60; i++)
        {
            Time.Advance(Minute);
        }

        Disk.Full = false;
        await Service.Eventually.Holds(async () =>
        {
            Time.Advance(Minute);
            (await outbox.Find(id))!.State.Should().Be(MailState.Sent);
        });
        Server.Deliveries.Should().ContainSingle();
    }

    [Fact]
    public async Task When_the_service_dies_between_the_servers_word_and_our_record_it_is_sent_twice_and_both_are_marked()
    {
        Server.Fault = (step, _) => step == SmtpStep.Text ? new SmtpFault(SmtpFaultKind.TakeAndWait) : null;
        var outbox = await Open();
        var id = await outbox.Put(Email("one"));
        await Service.Eventually.Holds(() =>
        {
            Server.Deliveries.Should().ContainSingle();
            return Task.CompletedTask;
        });
        Disk.Full = true;
        Server.LetGo();
        await Crash(outbox);

        var log = new LogLines();
        await using var next = await Open(logger: log);
        var mail = (await next.Find(id))!;
        Shown(mail).Should().Be("Waiting, anna@example.com Waiting, attempts 1, doubts 1");
        mail.Why.Should().Be("The service ended during attempt 1: the server may have accepted it.");
        await Pass(next, Minute);

        Shown((await next.Find(id))!).Should().Be("Sent, anna@example.com Sent, attempts 2, doubts 1");
        Server.Deliveries.Should().HaveCount(2);
        Server.Deliveries.Select(delivery => delivery.Message.MessageId).Distinct().Should().Equal(mail.MessageId);
        log.All.Should().Contain("whether the server accepted it is not known").And.Contain(mail.MessageId);
    }

    [Theory]
    [InlineData("TakeAndDrop", 2)]
    [InlineData("TakeAndHang", 2)]
    [InlineData("Drop", 1)]
    [InlineData("Hang", 1)]
    public async Task When_the_servers_word_is_lost_on_the_way_it_is_sent_again_and_marked(string fault, int copies)
    {
        Server.Fault = (step, _) => step == SmtpStep.Text ? new SmtpFault(Enum.Parse<SmtpFaultKind>(fault)) : null;
        await using var outbox = await Open();
        var id = await outbox.Put(Email("one"));
        await Quiet(outbox);
        Server.Fault = (_, _) => null;
        if (await outbox.UnderWay.FirstAsync() > 0)
        {
            Time.Advance(TimeSpan.FromSeconds(120));
        }

        await Idle(outbox);
        await Pass(outbox, Minute);

        Shown((await outbox.Find(id))!).Should().Be("Sent, anna@example.com Sent, attempts 2, doubts 1");
        Server.Deliveries.Should().HaveCount(copies);
        Server.Deliveries.Select(delivery => delivery.Message.MessageId).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_service_that_dies_at_each_attempt_does_not_try_at_each_start()
    {
        Server.Fault = (step, _) => step == SmtpStep.Sender ? new SmtpFault(SmtpFaultKind.Hang) : null;
        var outbox = await Open();
        await outbox.Put(Email("one"));
        await Quiet(outbox);
        await Crash(outbox);
        var connections = Server.Connections;

        for (var start = 0; start < 5; start++)
        {
            outbox = await Open();
            await Quiet(outbox);
            await Crash(outbox);
        }

        // Closing takes some seconds of virtual time: one more attempt may have become due, not five.
        Server.Connections.Should().BeLessThanOrEqualTo(connections + 1);
    }

    [Fact]
    public async Task A_damaged_outbox_is_put_aside_and_what_can_be_read_is_taken_over()
    {
        Server.Fault = (step, what) => step == SmtpStep.Text && what == "waits" ? SmtpFault.Answer("451 4.3.0 try later") : null;
        var outbox = await Open();
        await Tried(outbox, Email("sent"));
        await Tried(outbox, Email("waits"));
        await Close(outbox);
        Damage();

        var log = new LogLines();
        await using var next = await Open(logger: log);

        log.All.Should().Contain("is damaged. It was put aside as");
        Directory.GetFiles(Folder.Path, "mail.db.damaged-*").Should().ContainSingle();
        (await next.Counts()).Should().Be(new OutboxCounts(1, 0, 1));
        Server.Fault = (_, _) => null;
        (await next.Put(Email("waits"))).Should().Be(2);
        await Pass(next, Minute);
        (await next.Counts()).Should().Be(new OutboxCounts(0, 0, 2));
        Server.Deliveries.Select(delivery => delivery.Message.Subject).Should().Equal("sent", "waits");
    }

    /// <summary>Spoils the list by place and leaves the e-mails themselves.</summary>
    void Damage()
    {
        using var database = new LiteDB.LiteDatabase(new LiteDB.ConnectionString(Folder["mail.db"]) { Collation = LiteDB.Collation.Binary });
        database.GetCollection("marks").Update(new LiteDB.BsonDocument { ["_id"] = "last", ["number"] = "two" });
        database.Checkpoint();
    }
}
