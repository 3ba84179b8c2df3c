using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class SmtpServerGoneTests : OutboxTest
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

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
        // Another port than the server had: that one the system may give to somebody else.
        await using var outbox = await Open(Settings() with { Port = FreeSwitch.Ports.Free() });
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => outbox.Put(Email($"mail {n}"))));

        for (var i = 0; i < 75; i++)
        {
            await Pass(outbox, Hour);
        }

        (await outbox.Counts()).Should().Be(new OutboxCounts(0, 50, 0));
        (await outbox.Page(MailState.Failed, before: null, limit: 100)).Should().OnlyContain(mail => mail.Why!.Contains("nothing listens there"));
    }
}
