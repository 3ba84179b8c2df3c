using System.Reactive.Concurrency;
using System.Reactive.Linq;
using FluentAssertions;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class RecoveryTests : IAsyncLifetime
{
    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();
    StorageOptions options = null!;

    public ValueTask InitializeAsync()
    {
        options = new StorageOptions(folder.Path, TimeProvider.System, disk.Open);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_history_that_was_deleted_is_made_again_from_the_journal(bool withStateFile)
    {
        var (state, calls) = await Live(withStateFile);
        File.Delete(folder["history.db"]);

        await using var life = await Life.Begin(options);

        Same(await life.Calls(), calls);
        StoredForm.Write(life.Restored).Should().Be(StoredForm.Write(state));
    }

    [Fact]
    public async Task A_history_of_before_calls_were_found_by_number_is_filled_up_from_the_journal()
    {
        var (_, calls) = await Live(withStateFile: true);
        using (var file = new DatabaseFile(folder["history.db"], path => new PageFile(path)))
        {
            file.Commit(() =>
            {
                var (marks, stored) = (file.Collection("marks"), file.Collection("calls"));
                var through = marks.FindAll().Single()["number"];
                marks.DeleteAll();
                marks.Insert(new BsonDocument { ["_id"] = "through, with commands", ["number"] = through });
                foreach (var call in stored.FindAll().ToArray())
                {
                    call.Remove("of");
                    stored.Update(call);
                }
            });
        }

        await using var life = await Life.Begin(options);

        Same(await life.Calls(), calls);
        (await life.History.OfNumber("100", 10)).Should().ContainSingle(call => call.Number == "100");
    }

    [Fact]
    public async Task A_damaged_history_is_put_aside_and_made_again()
    {
        var (_, calls) = await Live(withStateFile: true);
        File.WriteAllText(folder["history.db"], new string('?', 30_000));

        await using var life = await Life.Begin(options);

        Same(await life.Calls(), calls);
        Directory.GetFiles(folder.Path, "history.db.damaged-*").Should().ContainSingle();
    }

    [Fact]
    public async Task A_damaged_state_file_only_makes_the_start_longer()
    {
        var (state, calls) = await Live(withStateFile: true);
        File.WriteAllText(folder["state.json"], "{ \"number\": 3");

        await using var life = await Life.Begin(options);

        StoredForm.Write(life.Restored).Should().Be(StoredForm.Write(state));
        Same(await life.Calls(), calls);
        Directory.GetFiles(folder.Path, "state.json.damaged-*").Should().ContainSingle();
    }

    [Fact]
    public async Task The_state_file_outlives_a_journal_that_was_lost()
    {
        var (state, _) = await Live(withStateFile: true);
        Directory.Delete(folder["journal"], recursive: true);

        await using (var life = await Life.Begin(options))
        {
            StoredForm.Write(life.Restored).Should().Be(StoredForm.Write(state));
            life.Journal.Append(new JournalEntry(state.Number + 1, JournalEntry.CurrentVersion, new Event.Woke(DateTimeOffset.UnixEpoch)));
        }

        await using var again = await Life.Begin(options);
        again.Restored.Number.Should().Be(state.Number + 1);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await using (var life = await Life.Begin(options))
        {
            life.Journal.Append(new JournalEntry(1, JournalEntry.CurrentVersion + 1, new Event.Woke(DateTimeOffset.UnixEpoch)));
        }

        var begin = async () => await Life.Begin(options);

        await begin.Should().ThrowAsync<InvalidDataException>().WithMessage("*newer version*Start that version.");
    }

    [Fact]
    public async Task A_full_disk_is_told_and_what_happened_meanwhile_is_on_the_disk_when_there_is_room_again()
    {
        await using var life = await Life.Begin(options);
        disk.Full = true;
        life.Journal.Append(new JournalEntry(1, JournalEntry.CurrentVersion, new Event.Woke(DateTimeOffset.UnixEpoch)));
        life.Journal.Append(new JournalEntry(2, JournalEntry.CurrentVersion, new Event.Woke(DateTimeOffset.UnixEpoch)));
        await Eventually.Holds(() =>
        {
            life.Journal.Trouble.Should().Be("No space left on device");
            return Task.CompletedTask;
        });
        life.Journal.Last.Should().Be(0, "nothing is acknowledged that is not on the disk");

        disk.Full = false;
        await life.Journal.Durable.FirstAsync(number => number == 2);

        // Read first: it is told a moment before all is well again, on the thread that reads.
        (await life.Journal.Read(1)).Select(entry => entry.Number).Should().Equal(1, 2);
        life.Journal.Trouble.Should().BeNull();
    }

    [Fact]
    public async Task An_entry_is_acknowledged_only_after_the_disk_has_flushed_it()
    {
        await using var life = await Life.Begin(options);
        life.Journal.Append(new JournalEntry(1, JournalEntry.CurrentVersion, new Event.Woke(DateTimeOffset.UnixEpoch)));
        await life.Journal.Durable.FirstAsync(number => number == 1);
        disk.HoldFlushes();
        try
        {
            life.Journal.Append(new JournalEntry(2, JournalEntry.CurrentVersion, new Event.Woke(DateTimeOffset.UnixEpoch)));

            disk.AwaitHeldFlush().Should().BeTrue();
            life.Journal.Last.Should().Be(1);
        }
        finally
        {
            disk.LetFlushesPass();
        }

        await life.Journal.Durable.FirstAsync(number => number == 2);
    }

    /// <summary>A call center at work: calls of all kinds, one still waiting at the end.</summary>
    async Task<(CallCenter State, IReadOnlyList<HistoryEntry> Calls)> Live(bool withStateFile)
    {
        await using var life = await Life.Begin(options);
        var telephony = new FakeSwitch();
        var configuration = new Configuration
        {
            Queues = [new() { Name = "sales" }],
            Agents = [new() { Id = "1001", Name = "Anna", Destination = "user/1001", Queues = ["sales"] }],
        };
        CallCenter state;
        using (var center = new Distributor(telephony, life.Journal, life.History, DefaultScheduler.Instance))
        {
            center.Start(life.Restored, Guid.NewGuid(), configuration, Web3Tel.Flows.Reception.Flow(center, null, "sales"));
            telephony.Connect();
            for (var n = 0; n < 20; n++)
            {
                telephony.Call($"{n}").End(HangupCause.OriginatorCancel, HungUpBy.Party);
            }

            var talking = telephony.Call("100");
            telephony.Answer("user/1001");
            talking.End(HangupCause.NormalClearing, HungUpBy.Party);
            telephony.Call("200");
            state = center.Current;
        }

        if (withStateFile)
        {
            await life.Snapshots.Write(state);
        }

        await life.History.Flush();
        return (state, await life.Calls());
    }

    static void Same(IEnumerable<HistoryEntry> actual, IEnumerable<HistoryEntry> expected) =>
        actual.Select(StoredForm.Write).Should().Equal(expected.Select(StoredForm.Write)).And.HaveCount(21);

    /// <summary>One life of the service's storage.</summary>
    sealed record Life(JournalStore Journal, HistoryStore History, RecordingStore Recordings, Snapshots Snapshots, CallCenter Restored) : IAsyncDisposable
    {
        public static async Task<Life> Begin(StorageOptions options)
        {
            var journal = await JournalStore.Open(options, NullLogger.Instance);
            var history = await HistoryStore.Open(options, NullLogger.Instance);
            var recordings = RecordingStore.Open(options, NullLogger.Instance);
            var states = new StateFile(options, NullLogger.Instance);
            try
            {
                var restored = await new Recovery(states, journal, history, recordings, NullLogger.Instance).Restore();
                return new Life(journal, history, recordings, new Snapshots(states, new PastStates(options), journal, history, recordings, NullLogger.Instance), restored);
            }
            catch
            {
                await recordings.DisposeAsync();
                await history.DisposeAsync();
                await journal.DisposeAsync();
                throw;
            }
        }

        public async Task<IReadOnlyList<HistoryEntry>> Calls() => (await History.Page(before: null, limit: 1_000))!;

        public async ValueTask DisposeAsync()
        {
            await Recordings.DisposeAsync();
            await History.DisposeAsync();
            await Journal.DisposeAsync();
        }
    }
}
