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

    readonly RandomFaults faults = new(Seed);

    [Fact]
    public async Task Of_a_thousand_emails_each_is_delivered_once_or_shown_as_failed_and_none_is_lost()
    {
        var random = new Random(Seed);
        Server.Fault = faults.At;
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
            var further = faults.After(random.Next(1, Steps));
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
            mail.ShouldBeDeliveredOnceOrFailed([.. copies[mail.Subject]]);
        }

        // What the test is about has happened.
        crashes.Should().BeGreaterThan(2);
        inTheMiddle.Should().BeGreaterThan(2);
        mails.Count(mail => mail.State == MailState.Sent).Should().BeInRange(600, 950);
        mails.Sum(mail => mail.Doubts).Should().BeGreaterThan(20);
        copies.Count(copy => copy.Count() > 1).Should().BeGreaterThan(10);
    }

    static Email Made(int n) => Email($"mail {n}", [.. Enumerable.Range(0, 1 + (n % 3)).Select(r => $"{(RandomFaults.Hash(n, r) % 20 == 0 ? "nobody" : "somebody")}-{n}-{r}@example.com")]);
}
