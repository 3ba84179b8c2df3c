using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

public sealed class MessageRetentionTests : VoicemailTest
{
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Voicemail:KeepDays"] = "30",
        ["Web3Tel:Voicemail:Keep:0:Mailbox"] = "queue:sales",
    };

    CallCenterService Center => Service.Services.GetRequiredService<CallCenterService>();

    [Fact]
    public async Task What_has_been_kept_long_enough_goes_with_its_file_and_what_is_kept_for_ever_or_unread_stays()
    {
        var (old, unread, ofSales) = (await Left(), await Left(), await Left("1008"));
        await Mark(old.Id, "read");
        await Mark(ofSales.Id, "read");

        await Run(TimeSpan.FromDays(29.9));
        (await Listed()).Should().HaveCount(3);

        await Run(TimeSpan.FromDays(30.1));
        (await Ids()).Should().BeEquivalentTo(unread.Id, ofSales.Id);
        await Eventually.Holds(() => Task.FromResult(File.Exists(old.Path).Should().BeFalse()));
        (File.Exists(unread.Path), File.Exists(ofSales.Path)).Should().Be((true, true));
        await Audits($"retention deleteMessage {old.Id}", $"olga readMessage {ofSales.Id}", $"olga readMessage {old.Id}");
    }

    [Fact]
    public async Task Unread_ones_go_where_that_is_set()
    {
        More["Web3Tel:Voicemail:DeleteUnread"] = "true";
        await Restart();
        await Left();
        await Run(TimeSpan.FromDays(31));
        (await Listed()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_whose_email_has_not_been_sent_stays_unless_it_is_set_to_go(bool isSet)
    {
        // Nobody listens there.
        foreach (var (key, value) in new[] { ("Host", "127.0.0.1"), ("Port", "9"), ("Security", "None"), ("From", "calls@example.com") })
        {
            More[$"Web3Tel:Mail:{key}"] = value;
        }

        More["Web3Tel:Voicemail:Emails:0:Mailbox"] = "operator:1001";
        More["Web3Tel:Voicemail:Emails:0:To"] = "anna@example.com";
        More["Web3Tel:Voicemail:DeleteUnsent"] = $"{isSet}";
        await Restart();
        var message = await Left();
        await Mark(message.Id, "read");
        await Eventually.Holds(async () => ((string?)(await Only())["email"]).Should().Be("waiting"));

        await Run(TimeSpan.FromDays(31));

        (await Listed()).Should().HaveCount(isSet ? 0 : 1);
        await Eventually.Holds(() => Task.FromResult(File.Exists(message.Path).Should().Be(!isSet)));
    }

    [Fact]
    public async Task A_service_that_dies_in_the_middle_deletes_the_rest_at_the_next_start()
    {
        var message = await Left();
        await Mark(message.Id, "read");
        await Service.DisposeAsync();
        await using (var messages = await Open())
        {
            await messages.Update(message.Id, found => found.Marked(MessageMark.Expired, "retention", TimeProvider.System.GetUtcNow()));
        }

        await Start();

        await Eventually.Holds(() => Task.FromResult(File.Exists(message.Path).Should().BeFalse()));
        await Audits($"retention deleteMessage {message.Id}", $"olga readMessage {message.Id}");
        (await Listed()).Should().BeEmpty();
        await Restart();
        (await Listed()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_gone_is_forgotten_when_its_file_could_not_be_taken_for_a_new_message_any_more()
    {
        var message = await Left();
        await Mark(message.Id, "read");
        await Run(TimeSpan.FromDays(31));
        await Eventually.Holds(async () => (await Center.Messages.Get(message.Id))!.IsFileRemoved.Should().BeTrue());

        await Run(TimeSpan.FromDays(35.9));
        (await Center.Messages.Get(message.Id)).Should().NotBeNull();
        await Run(TimeSpan.FromDays(36.1));
        (await Center.Messages.Get(message.Id)).Should().BeNull();
    }

    [Fact]
    public async Task The_service_deletes_by_its_settings_also_what_is_more_than_a_page()
    {
        await Service.DisposeAsync();
        await using (var messages = await Open())
        {
            var old = TimeProvider.System.GetUtcNow().AddDays(-40);
            await Task.WhenAll(Enumerable.Range(0, 250).Select(i => messages.TakeIn(Message(old.AddMinutes(i), i) with { IsRead = i % 50 != 0 })));
        }

        await Start();

        await Eventually.Holds(async () => (await Center.Messages.Count(Mailbox.OfOperator("1001"))).Should().Be(new MailboxCount(Mailbox.OfOperator("1001"), 5, 0)));
    }

    async Task Run(TimeSpan after) => await new MessageRetention(
        Center, Service.Services.GetRequiredService<CurrentSettings>(), Service.Services.GetRequiredService<MailedMessages>(), new VirtualTime(TimeProvider.System.GetUtcNow() + after),
        NullLogger<MessageRetention>.Instance).Run(TestContext.Current.CancellationToken);

    Task<MessageStore> Open() =>
        MessageStore.Open(new StorageOptions(Folder.Path, TimeProvider.System), new MessageFolder(Recordings, NullLogger.Instance), NullLogger.Instance);

    static VoiceMessage Message(DateTimeOffset begun, int i) =>
        MessageFile.Begin(Mailbox.OfOperator("1001"), new Calls.CallInfo(new Calls.CallRef("fs", $"call{i}"), "", "", "", begun, new Dictionary<string, string>()), begun)
            with { State = MessageState.Kept, IsPassedOn = true };

    async Task<(string Id, string Path)> Left(string dialled = "1009")
    {
        var call = await Leaves(5, dialled);
        string? id = null;
        await Eventually.Holds(async () => id = (await Listed()).Single(message => (string?)message!["call"] == call.Info.Ref.Id)!["id"]!.ToString());
        await Eventually.Holds(async () => (await Center.Messages.Get(id!))!.IsPassedOn.Should().BeTrue());
        return (id!, Path.Combine(Recordings, call.RecordsTo!));
    }

    async Task Mark(string id, string verb)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/voicemail/{id}/{verb}", UriKind.Relative)) { Headers = { { "X-Web3Tel-By", "olga" } } };
        (await Service.Http.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    async Task<string[]> Ids() => [.. (await Listed()).Select(message => message!["id"]!.ToString())];

    Task Audits(params string[] records) => Eventually.Holds(async () =>
        (await Service.Get("/api/audit")).AsArray().Select(record => $"{record!["by"]} {record["act"]} {record["detail"]}").Should().Equal(records));
}
