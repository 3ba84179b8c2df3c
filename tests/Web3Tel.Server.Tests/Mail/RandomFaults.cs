using System.Collections.Concurrent;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>Whatever can go wrong with a mail server, by chance, and what must hold of each e-mail all the same.</summary>
sealed class RandomFaults(int seed)
{
    readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);
    readonly ISubject<Unit> steps = Subject.Synchronize(new Subject<Unit>());

    public static int Hash(params ReadOnlySpan<object> parts)
    {
        // Not .NET's own: that one differs from run to run.
        var sum = 2166136261u;
        foreach (var letter in string.Join('|', parts.ToArray()))
        {
            sum = (sum ^ letter) * 16777619u;
        }

        return (int)((sum ^ (sum >> 15)) % 1000);
    }

    /// <summary>Returns when conversations with the server have come so many steps further.</summary>
    public Task<Unit> After(int more) => steps.Skip(more - 1).FirstAsync().ObserveOn(TaskPoolScheduler.Default).ToTask();

    /// <summary>By the e-mail and how often it was tried, so that a seed means the same faults whatever the order.</summary>
    public SmtpFault? At(SmtpStep step, string what)
    {
        steps.OnNext(Unit.Default);
        var nth = tries.AddOrUpdate($"{step} {what}", 1, (_, n) => n + 1);
        var chance = Hash(seed, step, what, nth);
        return step switch
        {
            SmtpStep.Recipient when what.StartsWith("nobody", StringComparison.Ordinal) => SmtpFault.Answer("550 5.1.1 no such mailbox"),
            SmtpStep.Greeting => Pick(chance, ("Drop", 10), ("421 4.3.2 maintenance", 10), ("Hang", 5)),
            SmtpStep.Sender => Pick(chance, ("451 4.3.0 later", 10), ("Drop", 10), ("Hang", 5)),
            SmtpStep.Recipient => Pick(chance, ("450 4.2.1 greylisted", 60), ("Drop", 10)),
            SmtpStep.Data => Pick(chance, ("451 4.3.0 later", 20), ("554 5.5.1 no", 5), ("Drop", 10)),
            SmtpStep.Text => Pick(
                chance, ("451 4.3.0 later", 50), ("554 5.7.1 spam", 20), ("Drop", 30), ("TakeAndDrop", 40), ("TakeAndHang", 10), ("Hang", 10)),
        };
    }

    /// <summary>One of the faults, each with its chance in a thousand, or none.</summary>
    static SmtpFault? Pick(int chance, params ReadOnlySpan<(string What, int Weight)> faults)
    {
        foreach (var (what, weight) in faults)
        {
            if (chance < weight)
            {
                return Enum.TryParse<SmtpFaultKind>(what, out var kind) ? new SmtpFault(kind) : SmtpFault.Answer(what);
            }

            chance -= weight;
        }

        return null;
    }
}

/// <summary>What must hold of an e-mail whatever went wrong.</summary>
static class DeliveredOnce
{
    /// <summary>To each recipient, but for times when the server has taken it and nobody heard that it did.</summary>
    public static void ShouldBeDeliveredOnceOrFailed(this OutboxEmail mail, IReadOnlyList<Delivery> copies)
    {
        copies.Select(copy => copy.Message.MessageId).Distinct().Should().BeSubsetOf([mail.MessageId]);
        foreach (var recipient in mail.Recipients)
        {
            var got = copies.Count(copy => copy.Recipients.Contains(recipient.Address));
            var what = $"{mail.Subject}: {recipient.Address} {recipient.State}, attempts {mail.Attempts}, doubts {mail.Doubts}: {mail.Why}";
            switch (recipient.State)
            {
                case MailState.Sent:
                    got.Should().BeInRange(1, 1 + mail.Doubts, what);
                    break;
                case MailState.Failed:
                    got.Should().BeInRange(0, mail.Doubts, what);
                    recipient.Why.Should().NotBeNullOrEmpty(what);
                    break;
                default:
                    Assert.Fail($"Nothing waits any more, but {what}");
                    break;
            }
        }
    }
}
