using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Web3Tel.Server.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

public sealed class MailKillTests : OutboxTest
{
    const int Kills = 5;
    const int Seed = 20261125;

    [Fact]
    public async Task What_was_put_outlives_SIGKILL_and_only_what_is_marked_can_arrive_twice()
    {
        var random = new Random(Seed);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged.AddRange(await SendUntilKilled(TimeSpan.FromMilliseconds(random.Next(50, 500))));
        }

        // The clock of what comes after the kills is ahead of all that was written before.
        Time.Advance(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1) - Time.GetUtcNow());
        await using var outbox = await Open();
        await Finish(outbox, TimeSpan.FromMinutes(1));
        var mails = await outbox.Page(state: null, before: null, limit: int.MaxValue);

        acknowledged.Should().NotBeEmpty();
        mails.Select(mail => mail.Key).Should().Contain(acknowledged);
        mails.Should().OnlyContain(mail => mail.State == MailState.Sent);
        var copies = Server.Deliveries.ToLookup(delivery => delivery.Message.MessageId);
        mails.Should().OnlyContain(mail => copies[mail.MessageId].Any() && copies[mail.MessageId].Count() <= 1 + mail.Doubts);
        copies.Should().HaveCount(mails.Count);
        mails.Sum(mail => mail.Doubts).Should().BeLessThanOrEqualTo(4 * Kills, "so many are sent at once");
        Directory.GetFiles(Folder.Path, "*damaged*").Should().BeEmpty();
    }

    /// <summary>The keys of those that the process said were safe before it was killed.</summary>
    async Task<IReadOnlyList<string>> SendUntilKilled(TimeSpan after)
    {
        using var sender = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { MailSender.Command, Folder.Path, Server.Port.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        var told = new List<string> { (await sender.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))! };
        using var timer = TimeProvider.System.CreateTimer(_ => sender.Kill(), null, after, Timeout.InfiniteTimeSpan);
        while (await sender.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            told.Add(line);
        }

        await sender.WaitForExitAsync(TestContext.Current.CancellationToken);

        // The kill may have come in the middle of a line.
        return [.. told.Where(key => Guid.TryParse(key, out _))];
    }
}
