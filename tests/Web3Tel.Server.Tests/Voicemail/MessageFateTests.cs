using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>The journal is told what becomes of messages and what is done to them, each thing once, whenever the service dies.</summary>
public sealed class MessageFateTests : VoicemailTest
{
    readonly FaultySmtpServer server = new();

    CallCenterService Center => Service.Services.GetRequiredService<CallCenterService>();

    private protected override Dictionary<string, string?> More => new()
    {
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = $"{server.Port}",
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:From"] = "calls@example.com",
        ["Web3Tel:Voicemail:Emails:0:Mailbox"] = "operator:1001",
        ["Web3Tel:Voicemail:Emails:0:To:0"] = "anna@example.com",
        ["Web3Tel:Voicemail:Emails:0:To:1"] = "nobody@example.com",
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task One_that_is_kept_and_one_in_which_nothing_was_said()
    {
        await Leaves(5, dialled: "1008");
        await Tells(MessageFate.Kept, MessageFate.NotMailed);

        // In one word of the switch: between the end of the recording and that of the call another attempt could begin.
        var call = await Speaks(dialled: "1008");
        call.Recording.OnNext(new Reply(ReplyOutcome.CallEnded) { Recorded = new Recorded(TimeSpan.FromSeconds(0.5), false) });
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Tells(MessageFate.Kept, MessageFate.NotMailed, MessageFate.TooShort);
        await Figures("queues", "queue=sales", new() { ["voicemails"] = 2, ["voicemailsKept"] = 1, ["voicemailsTooShort"] = 1 });
    }

    [Fact]
    public async Task One_that_goes_out_by_email()
    {
        await Leaves(5);
        await Tells(MessageFate.Kept, MessageFate.Mailing, MessageFate.Mailed);
        ((string?)(await Only())["email"]).Should().Be("sent");
        await Figures("operators", "operator=1001", new() { ["voicemails"] = 1, ["voicemailsKept"] = 1, ["voicemailsToMail"] = 1, ["voicemailsMailed"] = 1 });
    }

    [Fact]
    public async Task One_whose_email_is_refused_and_sent_later_when_somebody_asks()
    {
        server.Fault = (step, about) => step == SmtpStep.Recipient && about.Contains("nobody", StringComparison.Ordinal) ? new SmtpFault(SmtpFaultKind.Answer, "550 No such user") : null;
        await Leaves(5);
        await Tells(MessageFate.Kept, MessageFate.Mailing, MessageFate.MailFailed);
        ((string?)(await Only())["email"]).Should().Be("failed");

        server.Fault = (_, _) => null;
        var id = (await Service.Get("/api/mail"))["mails"]![0]!["id"]!;
        (await Service.Http.PostAsync(new Uri($"/api/mail/{id}/retry", UriKind.Relative), null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Eventually.Holds(async () => ((string?)(await Only())["email"]).Should().Be("sent"));
    }

    [Fact]
    public async Task One_whose_email_was_sent_while_nobody_looked()
    {
        server.Fault = (step, _) => step == SmtpStep.Recipient ? new SmtpFault(SmtpFaultKind.Answer, "450 Later") : null;
        await Leaves(5);
        await Tells(MessageFate.Kept, MessageFate.Mailing);
        var id = (string)(await Only())["id"]!;
        await Service.DisposeAsync();

        // As the outbox would have left it, had the service died right then.
        await using (var outbox = await Server.Mail.OutboxStore.Open(Options, NullLogger.Instance))
        {
            await outbox.Change(file =>
            {
                var mail = file.FindKey($"voicemail-{id}")!;
                file.Save(mail with { Recipients = [.. mail.Recipients.Select(to => to with { State = Server.Mail.MailState.Sent })], Ended = mail.Put, NextTry = null });
                return true;
            });
        }

        await Start();
        await Tells(MessageFate.Kept, MessageFate.Mailing, MessageFate.Mailed);
    }

    [Fact]
    public async Task One_whose_end_nobody_saw_for_the_service_was_dead()
    {
        var call = await Speaks(dialled: "1008");
        var path = Path.Combine(Recordings, call.RecordsTo!);
        await Service.DisposeAsync();
        await File.WriteAllBytesAsync(path, Sound.Wav(7), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        await Start();
        await Tells(MessageFate.Kept, MessageFate.NotMailed);
        await Restart();

        // What the start has to tell it tells before the next one.
        await Leaves(5, dialled: "1008");
        await Tells(MessageFate.Kept, MessageFate.NotMailed, MessageFate.Kept, MessageFate.NotMailed);
    }

    [Fact]
    public async Task One_of_which_nothing_is_left_is_lost()
    {
        await Speaks(dialled: "1008");
        await Restart(() => File.Delete(Folder["voicemail.db"]));
        await Tells(MessageFate.Lost);
    }

    [Fact]
    public async Task What_was_done_to_it_in_the_moment_of_death_is_told_after_the_start()
    {
        var id = await Left();
        await DiesAfter(id, message => message.Marked(MessageMark.Read, "vera", TimeProvider.System.GetUtcNow()));
        await Eventually.Holds(async () => (await Audited()).Should().Equal($"vera operator:1001 readMessage {id}"));
        await Restart();
        await Eventually.Holds(async () => (await Center.Messages.Get(id))!.Untold.Should().BeEmpty());
        (await Audited()).Should().ContainSingle();
    }

    [Fact]
    public async Task What_was_told_and_not_yet_written_down_as_told_is_not_told_again()
    {
        var id = await Left();
        var asked = TimeProvider.System.GetUtcNow();
        using (var read = await Service.Http.PostAsync(new Uri($"/api/voicemail/{id}/read", UriKind.Relative), null, TestContext.Current.CancellationToken))
        {
            read.EnsureSuccessStatusCode();
        }

        var by = (string)(await Service.Get("/api/audit"))[0]!["by"]!;
        await DiesAfter(id, message => message with { Untold = [new UntoldMark(MessageMark.Read, by, asked)] });
        await Eventually.Holds(async () => (await Center.Messages.Get(id))!.Untold.Should().BeEmpty());
        (await Audited()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_done_twice_in_the_moment_of_death_is_told_twice()
    {
        var id = await Left();
        var now = TimeProvider.System.GetUtcNow();
        await DiesAfter(id, message => message.Marked(MessageMark.Read, "vera", now).Marked(MessageMark.Unread, "vera", now).Marked(MessageMark.Read, "vera", now));
        await Eventually.Holds(async () => (await Center.Messages.Get(id))!.Untold.Should().BeEmpty());
        (await Audited()).Should().Equal(new[] { "readMessage", "unreadMessage", "readMessage" }.Select(act => $"vera operator:1001 {act} {id}"));
    }

    StorageOptions Options => new(Folder.Path, TimeProvider.System);

    async Task<string> Left()
    {
        await Leaves(5);
        return (string)(await Only())["id"]!;
    }

    async Task DiesAfter(string id, Func<VoiceMessage, VoiceMessage> change)
    {
        await Service.DisposeAsync();
        await using (var messages = await MessageStore.Open(Options, new MessageFolder(Recordings, NullLogger.Instance), NullLogger.Instance))
        {
            await messages.Update(id, change);
        }

        await Start();
    }

    async Task<string[]> Audited() =>
        [.. (await Service.Get("/api/audit")).AsArray().Select(record => $"{record!["by"]} {record["agent"]} {record["act"]} {record["detail"]}")];

    /// <summary>In this order, and nothing else.</summary>
    Task Tells(params MessageFate[] fates) => Eventually.Holds(async () =>
        (await Center.Journal.Read(1, 1_000)).Select(entry => entry.Event).OfType<Event.MessageSettled>().Select(settled => settled.Fate).Should().Equal(fates));

    Task Figures(string of, string query, Dictionary<string, double> figures) => Eventually.Holds(async () =>
    {
        var total = (await Service.Get($"/api/reports/{of}?{query}"))["total"]!.AsObject();
        foreach (var (name, value) in figures)
        {
            total[name]!.GetValue<double>().Should().Be(value, name);
        }
    });
}
