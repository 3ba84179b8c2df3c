using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class RecordingStoreTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();
    readonly StorageOptions options;

    public RecordingStoreTests() => options = new StorageOptions(folder.Path, TimeProvider.System, disk.Open);

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    [Fact]
    public async Task Recordings_are_there_again_after_a_restart_with_their_sums_and_the_names_of_operators()
    {
        var finished = Recorded.Of("a", operators: ["1001", "1002"]) with { File = FileState.Finished, Size = 44, Sha256 = new string('a', 64) };
        await using (var store = Open())
        {
            store.Change(new RecordingChange.Put(Recorded.Of("a", operators: ["1001", "1002"])));
            store.Change(new RecordingChange.Look("a", FileState.Finished, 44, new string('a', 64)));
            store.Change(new RecordingChange.Name(new Dictionary<string, string> { ["1001"] = "Anna", ["1002"] = "Вера" }));
            store.Change(new RecordingChange.Name(new Dictionary<string, string> { ["1001"] = "Anna Maria" }));
        }

        await using var again = Open();
        (await again.Find("a")).Should().BeEquivalentTo(finished);
        (await again.Names()).Should().BeEquivalentTo(new Dictionary<string, string> { ["1001"] = "Anna Maria", ["1002"] = "Вера" });
        (await again.Find("b")).Should().BeNull();
    }

    [Fact]
    public async Task A_call_that_is_put_again_is_one_recording_and_keeps_the_sum_of_its_file()
    {
        await using var store = Open();
        await Put(store, Recorded.Of("a"));
        store.Change(new RecordingChange.Look("a", FileState.Finished, 44, new string('a', 64)));

        await Put(store, Recorded.Of("a") with { Seconds = 70 });

        (await All(store)).Should().ContainSingle().Which.Should().BeEquivalentTo(
            Recorded.Of("a") with { Seconds = 70, File = FileState.Finished, Size = 44, Sha256 = new string('a', 64) });
    }

    [Fact]
    public async Task What_is_removed_is_found_no_more_and_all_others_still_are()
    {
        await using (var store = Open())
        {
            await Put(store, [.. Enumerable.Range(0, 400).Select(n => Recorded.Of($"{n}", Recorded.Noon.AddMinutes(n)))]);
            for (var n = 0; n < 400; n += n < 128 ? 1 : 3)
            {
                store.Change(new RecordingChange.Remove($"{n}"));
            }

            await Look(store);
            await Put(store, Recorded.Of("new", Recorded.Noon.AddDays(1)));
        }

        await using var again = Open();
        await Look(again);
        (await again.Find("new")).Should().NotBeNull();

        static async Task Look(RecordingStore store)
        {
            await store.Flush();
            var kept = Enumerable.Range(128, 272).Where(n => (n - 128) % 3 != 0).Select(n => $"{n}").ToArray();
            (await All(store)).Select(recording => recording.Id).Where(id => id != "new").Should().BeEquivalentTo(kept);
            (await store.Find("129"))!.Id.Should().Be("129");
            (await store.Find("128")).Should().BeNull();
            (await store.Find("5")).Should().BeNull();
        }
    }

    [Fact]
    public async Task With_a_full_disk_it_is_told_and_when_there_is_room_again_each_recording_is_there_once()
    {
        await using var store = Open();
        await Put(store, Recorded.Of("a"));
        disk.Full = true;
        store.Change(new RecordingChange.Put(Recorded.Of("b")));
        store.Change(new RecordingChange.Remove("a"));
        await Eventually.Holds(() =>
        {
            store.Trouble.Should().Be("No space left on device");
            return Task.CompletedTask;
        });
        (await All(store)).Select(recording => recording.Id).Should().Equal("a");

        disk.Full = false;
        await Eventually.Holds(async () => (await All(store)).Select(recording => recording.Id).Should().Equal("b"));
        store.Trouble.Should().BeNull();
    }

    [Fact]
    public async Task An_index_that_is_no_database_is_put_aside_and_must_be_filled_from_the_history()
    {
        File.WriteAllText(folder["recordings.db"], new string('?', 30_000));

        await using var store = Open();

        (await store.IsWhole()).Should().BeFalse();
        Directory.GetFiles(folder.Path, "recordings.db.damaged-*").Should().ContainSingle();
        await Put(store, Recorded.Of("a"));
        (await All(store)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_block_that_was_changed_on_the_disk_is_noticed()
    {
        await using (var store = Open())
        {
            await Put(store, Recorded.Of("a", from: "7916555111222"));
        }

        var bytes = File.ReadAllBytes(folder["recordings.db"]);
        var at = bytes.AsSpan().IndexOf("7916555111222"u8);
        bytes[at] = (byte)'8';
        File.WriteAllBytes(folder["recordings.db"], bytes);

        await using var again = Open();
        (await again.IsWhole()).Should().BeFalse();
        (await All(again)).Should().BeEmpty();
        Directory.GetFiles(folder.Path, "recordings.db.damaged-*").Should().ContainSingle();
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 6, false)]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    public async Task An_index_that_goes_less_far_than_the_state_must_be_filled(int through, int expected, bool whole)
    {
        await using (var store = Open())
        {
            store.Change(new RecordingChange.Through(through));
        }

        await using (var again = Open())
        {
            again.Change(new RecordingChange.Expect(expected));
            again.Change(new RecordingChange.Through(expected + 10));
        }

        await using (var third = Open())
        {
            third.Change(new RecordingChange.Expect(expected + 10));
            await third.Flush();
            (await third.IsWhole()).Should().Be(whole, "a later mark does not bring what is missing");
            third.Change(new RecordingChange.Fill());
            await third.Flush();
            (await third.IsWhole()).Should().BeTrue();
        }
    }

    [Fact]
    public async Task An_index_of_before_there_were_results_is_filled_from_the_history_once()
    {
        await using (var store = Open())
        {
            await Put(store, Recorded.Of("a"));
        }

        using (var database = new LiteDB.LiteDatabase(folder["recordings.db"]))
        {
            var marks = database.GetCollection("marks", LiteDB.BsonAutoId.Int64);
            var mark = marks.FindById("mark");
            mark.Remove("form");
            marks.Update(mark);
        }

        await using (var again = Open())
        {
            (await again.IsWhole()).Should().BeFalse();
            (await All(again)).Should().ContainSingle("nothing is lost meanwhile");
            again.Change(new RecordingChange.Fill());
        }

        await using var third = Open();
        (await third.IsWhole()).Should().BeTrue();
    }

    RecordingStore Open() => RecordingStore.Open(options, NullLogger.Instance);

    static async Task Put(RecordingStore store, params Recording[] recordings)
    {
        foreach (var recording in recordings)
        {
            store.Change(new RecordingChange.Put(recording));
        }

        await store.Flush();
    }

    static async Task<IReadOnlyList<Recording>> All(RecordingStore store) => (await store.Search(Recorded.Anything, null, 1_000))!.Recordings;
}
