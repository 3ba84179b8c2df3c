using System.Globalization;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Web3Tel.Calls;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>
/// From the caller's mouth to the reader's mailbox: callers speak to the whole service, which dies and starts again meanwhile, and its mail server has every
/// fault there is. The outbox has a clock of its own, so that its waits take no time.
/// </summary>
public sealed class ThousandMessagesTests : OutboxTest
{
    const int Messages = 1_000;
    const int Batch = 50;
    const int Seed = 3;
    const double Seconds = 1;

    readonly RandomFaults faults = new(Seed);
    FakeSwitch telephony = new();

    string Recordings => Folder["recordings"];

    [Fact]
    public async Task Of_a_thousand_callers_each_message_is_delivered_once_or_shown_as_failed_and_none_is_lost()
    {
        var random = new Random(Seed);
        Directory.CreateDirectory(Recordings);
        Server.Fault = faults.At;
        var (crashes, inTheMiddle) = (0, 0);
        var service = await Begin();
        for (var first = 0; first < Messages; first += Batch)
        {
            // Some still speak when the service stops or dies, and the switch records them on.
            var speaking = await Task.WhenAll(Enumerable.Range(first, Batch).Select(Speaks));
            var (ending, going) = (speaking[..^5], speaking[^5..]);
            var further = faults.After(random.Next(1, 2 * Batch));
            foreach (var call in ending)
            {
                End(call);
            }

            var outbox = Of(service);
            inTheMiddle += await Task.WhenAny(further, Quiet(outbox)) == further ? 1 : 0;
            switch (random.Next(6))
            {
                case 0:
                    await Stop(service);
                    service = await Begin();
                    break;
                case 1 or 2:
                    crashes++;
                    Disk.Full = true;
                    await Stop(service);
                    Disk.Full = false;
                    service = await Begin();
                    break;
                default:
                    foreach (var call in going)
                    {
                        End(call);
                    }

                    break;
            }

            await Pass(Of(service), TimeSpan.FromSeconds(30));
        }

        await Eventually.Holds(async () => Total(await Of(service).Counts()).Should().Be(Messages, "each message is in the outbox, by the index or by the name of its file"));
        await Finish(Of(service), TimeSpan.FromMinutes(10));
        var mails = await Of(service).Page(state: null, before: null, limit: 2 * Messages);
        var left = await Left(service);

        left.Select(message => message.Number).Should().BeEquivalentTo(Enumerable.Range(0, Messages).Select(Number), "each caller has left one");
        mails.Select(mail => mail.Key).Should().BeEquivalentTo(left.Select(message => VoicemailEmail.KeyOf(message.Id)), "and each goes out by one e-mail");
        var copies = Server.Deliveries.ToLookup(delivery => delivery.Message.Subject);
        foreach (var mail in mails)
        {
            mail.ShouldBeDeliveredOnceOrFailed([.. copies[mail.Subject]]);
        }

        Server.Deliveries.Should().OnlyContain(delivery => delivery.Message.Attachments.Count() == 1, "with what was said");
        await Eventually.Holds(async () => (await Left(service)).Should().OnlyContain(
            message => message.Mail == MessageMail.Sent || message.Mail == MessageMail.Failed, "and who looks at the messages sees what became of it"));
        await Stop(service);

        // What the test is about has happened.
        crashes.Should().BeGreaterThan(2);
        inTheMiddle.Should().BeGreaterThan(2);
        mails.Count(mail => mail.State == MailState.Sent).Should().BeInRange(300, 950);
        mails.Sum(mail => mail.Doubts).Should().BeGreaterThan(10);
        copies.Count(copy => copy.Count() > 1).Should().BeGreaterThan(5);
    }

    static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"+7916{n:D7}");

    static int Total(OutboxCounts counts) => counts.Waiting + counts.Failed + counts.Sent;

    static Task<IReadOnlyList<VoiceMessage>> Left(RunningService service) =>
        service.Services.GetRequiredService<CallCenterService>().Messages.Page(new MessageQuery(null, false, null, 2 * Messages));

    static Outbox Of(RunningService service) => service.Services.GetRequiredService<MailService>().Outbox!;

    static void End(FakeCall call)
    {
        call.Recording.OnNext(Reply.Done with { Recorded = new Recorded(TimeSpan.FromSeconds(Seconds), false) });
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
    }

    /// <summary>The file is there, and has not grown for a minute: what the switch writes after the death of the service nobody waits for.</summary>
    async Task<FakeCall> Speaks(int n)
    {
        var call = telephony.Call(Number(n), $"Caller {n}", n % 2 == 0 ? "1009" : "1008");
        var path = Path.Combine(Recordings, await Eventually.Gives(() => call.Recording.HasObservers ? call.RecordsTo! : throw new InvalidOperationException("Nobody records yet.")));
        await File.WriteAllBytesAsync(path, Sound.Wav(Seconds), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        return call;
    }

    async Task<RunningService> Begin()
    {
        telephony = new FakeSwitch(telephony);
        var service = await RunningService.Start(Folder.Path, telephony, Disk.Open, Settings(Server.Port), services => services.AddSingleton(parts => new MailService(
            parts.GetRequiredService<ServiceSettings>(), new StorageOptions(Folder.Path, Time, Disk.Open), new VirtualScheduler(Time), parts.GetRequiredService<ILoggerFactory>())));
        telephony.Connect();
        return service;
    }

    /// <summary>What hangs is broken off.</summary>
    async Task Stop(RunningService service)
    {
        var outbox = Of(service);
        var stopping = service.DisposeAsync().AsTask();
        await Task.WhenAny(Quiet(outbox), stopping);
        await Eventually.Holds(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            stopping.IsCompleted.Should().BeTrue();
            return Task.CompletedTask;
        });
        await stopping;
    }

    static Dictionary<string, string?> Settings(int port) => new()
    {
        ["Web3Tel:LogLevel"] = "Critical",
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:From"] = "calls@example.com",
        ["Web3Tel:Voicemail:Greeting"] = "greeting.wav",
        ["Web3Tel:Voicemail:LeastSeconds"] = "0.5",
        ["Web3Tel:Voicemail:Lines:0:Number"] = "1009",
        ["Web3Tel:Voicemail:Lines:0:Mailbox"] = "operator:1001",
        ["Web3Tel:Voicemail:Lines:1:Number"] = "1008",
        ["Web3Tel:Voicemail:Lines:1:Mailbox"] = "queue:sales",
        ["Web3Tel:Voicemail:Emails:0:Mailbox"] = "operator:1001",
        ["Web3Tel:Voicemail:Emails:0:To:0"] = "anna@example.com",
        ["Web3Tel:Voicemail:Emails:0:To:1"] = "nobody@example.com",
        ["Web3Tel:Voicemail:Emails:1:Mailbox"] = "queue:sales",
        ["Web3Tel:Voicemail:Emails:1:To:0"] = "boris@example.com",
    };
}
