using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Calls;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class MessageStoreTests : IDisposable
{
    static readonly Mailbox[] Boxes = [Mailbox.OfQueue("a"), Mailbox.OfQueue("a|b"), Mailbox.OfQueue("a:b"), Mailbox.OfOperator("a"), Mailbox.OfLine("+7 916")];

    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    /// <summary>Whatever is done, in whatever order, with the disk full now and then and the store opened anew: pages and counts are those of a list.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_and_counts_agree_with_a_simple_list(int seed)
    {
        var random = new Random(seed);
        var model = new SortedDictionary<string, VoiceMessage>(StringComparer.Ordinal);
        var store = await Open();
        for (var step = 0; step < 300; step++)
        {
            disk.Full = random.Next(10) == 0;
            var id = $"{random.Next(60):D3}";
            if (model.TryGetValue(id, out var message))
            {
                var change = Change(random);
                model[id] = change(message);
                _ = store.Update(id, change);
            }
            else
            {
                model[id] = New(id, Boxes[random.Next(Boxes.Length)]);
                _ = store.TakeIn(model[id]);
            }

            if (random.Next(20) == 0)
            {
                disk.Full = false;
                await store.DisposeAsync();
                store = await Open();
                await Compare(store, model, random);
                await store.Forget(DateTimeOffset.UnixEpoch.AddYears(50));
                foreach (var gone in model.Values.Where(message => message is { IsThere: false, IsFileRemoved: true, NeedsCare: false }).ToArray())
                {
                    model.Remove(gone.Id);
                    (await store.Get(gone.Id)).Should().BeNull();
                }

                await Compare(store, model, random);
            }
        }

        disk.Full = false;
        await store.DisposeAsync();
        store = await Open();
        await Compare(store, model, random);
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_damaged_file_is_put_aside_and_another_begun()
    {
        await (await Open()).DisposeAsync();
        await File.WriteAllBytesAsync(folder["voicemail.db"], [.. Enumerable.Repeat((byte)7, 20_000)], TestContext.Current.CancellationToken);
        await using var store = await Open();
        await store.TakeIn(New("1", Boxes[0]));
        (await store.Get("1")).Should().NotBeNull();
        Directory.GetFiles(folder.Path, "voicemail.db.damaged*").Should().ContainSingle();
    }

    [Fact]
    public async Task Nothing_is_said_to_be_on_the_disk_before_it_is()
    {
        await using var store = await Open();
        disk.HoldFlushes();
        var taken = store.TakeIn(New("1", Boxes[0]));
        disk.AwaitHeldFlush().Should().BeTrue();
        taken.IsCompleted.Should().BeFalse();
        disk.LetFlushesPass();
        await taken;
    }

    static Func<VoiceMessage, VoiceMessage> Change(Random random) => random.Next(9) switch
    {
        0 => message => message.Record(TimeSpan.FromSeconds(3)),
        1 => message => message.Keep(TimeSpan.FromSeconds(4)),
        2 => message => message.Discard(),
        3 => message => message with { IsRead = !message.IsRead },
        4 => message => message with { IsPassedOn = true },
        5 => message => message with { IsFileRemoved = !message.IsThere },
        6 => message => message with { Mail = MessageMail.Waiting },
        7 => message => message with { Mail = MessageMail.Sent },
        _ => message => message with { Deleted = DateTimeOffset.UnixEpoch },
    };

    static VoiceMessage New(string id, Mailbox mailbox) => new()
    {
        Id = id,
        Mailbox = mailbox,
        Call = new CallRef("fs1", id),
        Number = "+79161234567",
        Name = "«Иван» \u0001",
        Dialled = "1000",
        Begun = DateTimeOffset.UnixEpoch,
        File = $"voicemail/{id}.wav",
    };

    static async Task Compare(MessageStore store, SortedDictionary<string, VoiceMessage> model, Random random)
    {
        var newest = model.Values.Reverse().Where(message => message.IsThere).ToList();
        foreach (var mailbox in Boxes.Select(box => (Mailbox?)box).Append(null))
        {
            foreach (var isUnread in new[] { false, true })
            {
                var before = random.Next(2) == 0 ? null : $"{random.Next(60):D3}";
                var expected = newest.Where(message => (mailbox is null || message.Mailbox == mailbox) && !(isUnread && message.IsRead)
                    && (before is null || string.CompareOrdinal(message.Id, before) < 0)).Take(7);
                (await store.Page(new MessageQuery(mailbox, isUnread, before, 7))).Should().Equal(expected);
            }
        }

        foreach (var mailbox in Boxes)
        {
            var there = newest.Where(message => message.Mailbox == mailbox).ToList();
            (await store.Count(mailbox)).Should().Be(new MailboxCount(mailbox, there.Count(message => !message.IsRead), there.Count(message => message.IsRead)));
            var after = random.Next(2) == 0 ? null : $"{random.Next(60):D3}";
            (await store.Oldest(mailbox, after, DateTimeOffset.UnixEpoch.AddYears(50), 7)).Should()
                .Equal(there.AsEnumerable().Reverse().Where(message => after is null || string.CompareOrdinal(message.Id, after) > 0).Take(7));
        }

        (await store.Pending()).Select(message => message.Id).Order(StringComparer.Ordinal)
            .Should().Equal(model.Values.Where(message => message.NeedsCare).Select(message => message.Id));
        (await store.Mailing()).Select(message => message.Id).Order(StringComparer.Ordinal)
            .Should().Equal(model.Values.Where(message => message.Mail == MessageMail.Waiting).Select(message => message.Id));
    }

    Task<MessageStore> Open() => MessageStore.Open(
        new StorageOptions(folder.Path, TimeProvider.System, disk.Open), new MessageFolder(folder["recordings"], NullLogger.Instance), NullLogger.Instance);
}
