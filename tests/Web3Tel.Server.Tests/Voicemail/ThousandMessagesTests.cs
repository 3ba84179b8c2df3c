using System.Collections.Concurrent;
using System.Globalization;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using Web3Tel.Distribution;
using Web3Tel.FreeSwitch;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>
/// From the caller's mouth to the reader's mailbox: callers speak to the whole service, which dies and starts again meanwhile, and its mail server
/// has every fault there is. Only the waits of the outbox are on a virtual clock.
/// </summary>
public sealed class ThousandMessagesTests : OutboxTest
{
    const int Messages = 1_000;
    const int Seed = 20261126;

    /// <summary>By the outbox.</summary>
    const int SentAtOnce = 4;

    /// <summary>In which nobody calls and nothing is said to the mail server: how long all of it takes is the machine's affair.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly RandomFaults faults = new(Seed);
    readonly ConcurrentDictionary<string, int> wentWrong = new(StringComparer.Ordinal);

    /// <summary>How often the server's word about an e-mail did not come, by its subject.</summary>
    readonly ConcurrentDictionary<string, int> unheard = new(StringComparer.Ordinal);

    /// <summary>What the service was sending when it died: subjects.</summary>
    readonly ConcurrentBag<string> cutOff = [];
    SpeakingCallers callers = null!;
    int deaths;
    int steps;
    SuddenDeath? death;

    string Recordings => Folder["recordings"];

    [Fact]
    public async Task Of_a_thousand_callers_each_message_is_in_its_mailbox_and_delivered_once_or_shown_as_failed_and_none_is_lost()
    {
        var random = new Random(Seed);
        Directory.CreateDirectory(Recordings);
        Server.Fault = Fault;
        using var people = callers = new SpeakingCallers(Recordings, () => death?.Meets(DyingMoment.Recorded));
        var moments = Enum.GetValues<DyingMoment>();
        random.Shuffle(moments);
        var wave = Messages / (moments.Length + 1);
        var called = 0;
        foreach (var moment in moments)
        {
            var (service, wire) = await Begin();
            death = new SuddenDeath(moment, random.Next(1, 20), Disk);
            for (var more = wave; more > 0; more--)
            {
                callers.Call(called++, random);
            }

            await Until(service, () => death.Came.IsCompleted, $"the service dies in the moment {moment}");
            await callers.Cut();
            await Stop(service, wire);
            death = null;
            deaths++;
            Disk.Full = false;
        }

        var (last, lastWire) = await Begin();
        while (called < Messages)
        {
            callers.Call(called++, random);
        }

        await Until(last, () => callers.Called == Messages && callers.AreGone, "everybody has said what there was to say");
        await Stop(last, lastWire);
        (last, lastWire) = await Begin();
        await Until(last, async () => (await Of(last).Counts()) is { Waiting: 0 } counts && counts.Sent + counts.Failed >= Messages, "each message is in the outbox and has come to its end");
        await ShouldBeRight(last);
        await Stop(last, lastWire);
    }

    static Outbox Of(RunningService service) => service.Services.GetRequiredService<MailService>().Outbox!;

    static CallCenterService Center(RunningService service) => service.Services.GetRequiredService<CallCenterService>();

    async Task ShouldBeRight(RunningService service)
    {
        IReadOnlyList<VoiceMessage> left = [];
        await Eventually.Holds(async () =>
        {
            left = await Center(service).Messages.Page(new MessageQuery(null, false, null, 2 * Messages));
            left.Should().OnlyContain(message => message.Mail == MessageMail.Sent || message.Mail == MessageMail.Failed, "who looks at the messages sees what became of each");
        });
        left.Select(message => $"{message.Number} {message.Mailbox}").Order(StringComparer.Ordinal).Should().Equal(
            Enumerable.Range(0, Messages).Select(n => $"{SpeakingCallers.Number(n)} {(SpeakingCallers.Dialled(n) == "1009" ? "operator:1001" : "queue:sales")}"),
            "each caller has left one message where it belongs");

        var mails = (await Of(service).Page(state: null, before: null, limit: 2 * Messages)).ToDictionary(mail => mail.Key);
        mails.Keys.Order(StringComparer.Ordinal).Should().Equal(left.Select(message => VoicemailEmail.KeyOf(message.Id)).Order(StringComparer.Ordinal), "and each goes out by one e-mail");
        var copies = Server.Deliveries.ToLookup(delivery => delivery.Message.MessageId);
        copies.Select(copy => copy.Key).Should().BeSubsetOf(mails.Values.Select(mail => mail.MessageId).ToHashSet());
        foreach (var message in left)
        {
            var mail = mails[VoicemailEmail.KeyOf(message.Id)];
            Delivery[] delivered = [.. copies[mail.MessageId]];
            mail.ShouldBeDeliveredOnceOrFailed(delivered);
            delivered.All(copy => SoundOf(copy).SequenceEqual(callers.Recorded[Path.Combine(Recordings, message.File)])).Should().BeTrue("what was said is what was sent");
        }

        mails.Values.Sum(mail => Math.Max(0, mail.Doubts - unheard.GetValueOrDefault(mail.Subject))).Should().BeLessThanOrEqualTo(deaths * SentAtOnce, "no doubt has another reason");
        await ShouldBeTold(service, left);
        ShouldHaveGoneWrong([.. mails.Values], copies);
    }

    /// <summary>The journal has what became of each message, once, if it did not die before it had the message.</summary>
    async Task ShouldBeTold(RunningService service, IReadOnlyList<VoiceMessage> left)
    {
        IEnumerable<string> Expected(VoiceMessage message) => [$"{message.Id} {MessageFate.Kept}", $"{message.Id} {MessageFate.Mailing}", $"{message.Id} {message.MailFate}"];
        await Eventually.Holds(async () =>
        {
            var events = (await Center(service).Journal.Read(1, int.MaxValue)).Select(entry => entry.Event).ToArray();
            var begun = events.OfType<Event.MessageBegun>().Select(happened => happened.Message).ToHashSet();
            events.OfType<Event.MessageSettled>().Where(settled => settled.Fate is not (MessageFate.TooShort or MessageFate.RecordedAgain))
                .Select(settled => $"{settled.Message} {settled.Fate}").Order(StringComparer.Ordinal)
                .Should().Equal(left.Where(message => begun.Contains(message.Id)).SelectMany(Expected).Order(StringComparer.Ordinal));
        });
    }

    /// <summary>What the test is about has happened.</summary>
    void ShouldHaveGoneWrong(OutboxEmail[] mails, ILookup<string?, Delivery> copies)
    {
        cutOff.Should().HaveCount(2, "the service dies twice while it sends");
        mails.Where(mail => cutOff.Contains(mail.Subject)).Should().HaveSameCount(cutOff.Distinct()).And.OnlyContain(mail => mail.Doubts > 0, "the service died over them");
        wentWrong.Keys.Should().BeEquivalentTo(
            "Greeting Drop", "Greeting Hang", "Greeting 421", "Sender Drop", "Sender Hang", "Sender 451", "Recipient Drop", "Recipient 450", "Recipient 550", "Data Drop", "Data 451", "Data 554",
            "Text Drop", "Text Hang", "Text TakeAndDrop", "Text TakeAndHang", "Text 451", "Text 554");
        mails.Count(mail => mail.State == MailState.Sent).Should().BeInRange(300, 600, "the other half has a reader who is none");
        copies.Count(copy => copy.Count() > 1).Should().BeGreaterThan(20);
    }

    static byte[] SoundOf(Delivery delivery)
    {
        using var sound = new MemoryStream();
        ((MimePart)delivery.Message.Attachments.Single()).Content!.DecodeTo(sound);
        return sound.ToArray();
    }

    /// <summary>In the middle of a conversation the server keeps the service waiting, and it dies.</summary>
    SmtpFault? Fault(SmtpStep step, string what)
    {
        Interlocked.Increment(ref steps);
        if (step == SmtpStep.Text && death is { } near && (near.Meets(DyingMoment.Sending) || near.Meets(DyingMoment.Taken)))
        {
            cutOff.Add(what);
            return new SmtpFault(near.Moment == DyingMoment.Taken ? SmtpFaultKind.TakeAndHang : SmtpFaultKind.Hang);
        }

        var fault = faults.At(step, what);
        if (fault is not null)
        {
            if (step == SmtpStep.Text && fault.Kind != SmtpFaultKind.Answer)
            {
                unheard.AddOrUpdate(what, 1, (_, times) => times + 1);
            }

            wentWrong.AddOrUpdate($"{step} {(fault.Kind == SmtpFaultKind.Answer ? fault.Line[..3] : fault.Kind)}", 1, (_, times) => times + 1);
        }

        return fault;
    }

    async Task<(RunningService Service, FreeSwitchSwitch Wire)> Begin()
    {
        var wire = callers.Connect();
        var calls = wire.Calls.Subscribe(_ => death?.Meets(DyingMoment.Called));
        var service = await RunningService.Start(Folder.Path, wire, Disk.Open, ServiceSettings(Server.Port), services =>
        {
            services.AddSingleton(parts => new MailService(
                parts.GetRequiredService<ServiceSettings>(), new StorageOptions(Folder.Path, Time, Disk.Open), new VirtualScheduler(Time), parts.GetRequiredService<ILoggerFactory>()));
            services.AddSingleton<IMessageRecipient>(new Onlooker(() => death?.Meets(DyingMoment.PassedOn)));
        });
        var center = Center(service);
        center.Messages.Changes.Where(message => message is { State: MessageState.Kept, IsPassedOn: false }).Subscribe(_ => death?.Meets(DyingMoment.Kept));
        center.States.Select(state => state.Messages.Count).Buffer(2, 1).Where(counts => counts is [var before, var after] && after > before).Subscribe(_ => death?.Meets(DyingMoment.Recording));
        wire.Start();
        return (service, wire);
    }

    /// <summary>Lets the time of the outbox go on whenever it waits for nothing else.</summary>
    async Task Until(RunningService service, Func<Task<bool>> has, string what)
    {
        var sending = new BehaviorSubject<int>(0);
        var hanging = new BehaviorSubject<int>(0);
        using var watching = new CompositeDisposable(Of(service).UnderWay.Subscribe(sending), Server.Hanging.Subscribe(hanging));
        var (progress, since) = (0, TimeProvider.System.GetTimestamp());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await has())
        {
            if (callers.Called + Volatile.Read(ref steps) is var now && now != progress)
            {
                (progress, since) = (now, TimeProvider.System.GetTimestamp());
            }

            TimeProvider.System.GetElapsedTime(since).Should().BeLessThan(Patience, what);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            if (sending.Value == hanging.Value)
            {
                Time.Advance(TimeSpan.FromSeconds(30));
            }
        }
    }

    Task Until(RunningService service, Func<bool> has, string what) => Until(service, () => Task.FromResult(has()), what);

    /// <summary>What hangs is broken off.</summary>
    async Task Stop(RunningService service, FreeSwitchSwitch wire)
    {
        wire.Dispose();
        var stopping = service.DisposeAsync().AsTask();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var begun = TimeProvider.System.GetTimestamp();
        while (!stopping.IsCompleted)
        {
            TimeProvider.System.GetElapsedTime(begun).Should().BeLessThan(Patience, "the service stops");
            Time.Advance(TimeSpan.FromSeconds(10));
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await stopping;
    }

    static Dictionary<string, string?> ServiceSettings(int port) => new()
    {
        ["Web3Tel:LogLevel"] = "Critical",
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:From"] = "calls@example.com",
        ["Web3Tel:Voicemail:Greeting"] = "greeting.wav",
        ["Web3Tel:Voicemail:Choices"] = "choices.wav",
        ["Web3Tel:Voicemail:Beep"] = "tone_stream://%(40,0,640)",
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

    /// <summary>Is given each message behind the outbox.</summary>
    sealed class Onlooker(Action taken) : IMessageRecipient
    {
        public Task Take(VoiceMessage message, string path, CancellationToken cancellation)
        {
            taken();
            return Task.CompletedTask;
        }
    }
}
