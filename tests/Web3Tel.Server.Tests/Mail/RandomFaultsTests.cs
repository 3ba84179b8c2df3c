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

public sealed class RandomFaultsTests : OutboxTest
{
    const int Mails = 1_000;
    const int Batch = 50;
    const int Seed = 1;

    /// <summary>A third of what a batch takes of which nothing goes wrong: with trouble at the greeting the others wait, and there are fewer.</summary>
    const int Steps = 2 * Batch;

    readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);
    readonly ISubject<Unit> steps = Subject.Synchronize(new Subject<Unit>());

    [Fact]
    public async Task Of_a_thousand_emails_each_is_delivered_once_or_shown_as_failed_and_none_is_lost()
    {
        var random = new Random(Seed);
        Server.Fault = Fault;
        var outbox = await Open();
        var acknowledged = new HashSet<long>();
        var (crashes, inTheMiddle) = (0, 0);
        for (var first = 0; first < Mails; first += Batch)
        {
            foreach (var id in await Task.WhenAll(Enumerable.Range(first, Batch).Select(n => outbox.Put(Made(n)))))
            {
                acknowledged.Add(id);
            }

            // The service stops or dies while some are being sent.
            var further = After(random.Next(1, Steps));
            inTheMiddle += await Task.WhenAny(further, Quiet(outbox)) == further ? 1 : 0;
            if (random.Next(3) == 0)
            {
                await Close(outbox);
                outbox = await Open();
            }
            else if (random.Next(2) == 0)
            {
                await Crash(outbox);
                crashes++;
                outbox = await Open();
            }

            await Pass(outbox, TimeSpan.FromSeconds(30));
        }

        await Finish(outbox, TimeSpan.FromMinutes(10));
        var mails = await outbox.Page(state: null, before: null, limit: 2 * Mails);
        await Close(outbox);

        acknowledged.Should().HaveCount(Mails);
        mails.Select(mail => mail.Id).Should().BeEquivalentTo(acknowledged);
        var copies = Server.Deliveries.ToLookup(delivery => delivery.Message.Subject);
        foreach (var mail in mails)
        {
            Check(mail, [.. copies[mail.Subject]]);
        }

        // What the test is about has happened.
        crashes.Should().BeGreaterThan(2);
        inTheMiddle.Should().BeGreaterThan(2);
        mails.Count(mail => mail.State == MailState.Sent).Should().BeInRange(600, 950);
        mails.Sum(mail => mail.Doubts).Should().BeGreaterThan(20);
        copies.Count(copy => copy.Count() > 1).Should().BeGreaterThan(10);
    }

    static Email Made(int n) => Email($"mail {n}", [.. Enumerable.Range(0, 1 + (n % 3)).Select(r => $"{(Hash(n, r) % 20 == 0 ? "nobody" : "somebody")}-{n}-{r}@example.com")]);

    static void Check(OutboxEmail mail, IReadOnlyList<Delivery> copies)
    {
        copies.Select(copy => copy.Message.MessageId).Distinct().Should().BeSubsetOf([mail.MessageId]);
        foreach (var recipient in mail.Recipients)
        {
            var got = copies.Count(copy => copy.Recipients.Contains(recipient.Address));
            var what = $"{Shown(mail)}: {mail.Why}";
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

    static int Hash(params ReadOnlySpan<object> parts)
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
    Task<Unit> After(int more) => steps.Skip(more - 1).FirstAsync().ObserveOn(TaskPoolScheduler.Default).ToTask();

    /// <summary>By the e-mail and how often it was tried, so that a seed means the same faults whatever the order.</summary>
    SmtpFault? Fault(SmtpStep step, string what)
    {
        steps.OnNext(Unit.Default);
        var nth = tries.AddOrUpdate($"{step} {what}", 1, (_, n) => n + 1);
        var chance = Hash(Seed, step, what, nth);
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
