using System.Security.Cryptography;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class RecordingSumsTests : IAsyncLifetime
{
    readonly TempFolder folder = new();
    readonly VirtualTime time = new(Recorded.Noon.AddSeconds(61));
    RecordingStore store = null!;
    RecordingSums sums = null!;

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder["recordings/2026/11/24"]);
        store = RecordingStore.Open(new StorageOptions(folder.Path, TimeProvider.System), NullLogger.Instance);
        sums = new RecordingSums(store, new RecordingFolder(folder["recordings"]), new RecordingTimes(), time, NullLogger.Instance);
        store.Change(new RecordingChange.Put(Recorded.Of("a")));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_finished_when_it_has_not_changed_for_a_while()
    {
        Write("one");
        (await After(0)).File.Should().Be(FileState.Unfinished);
        (await After(4)).File.Should().Be(FileState.Unfinished);
        Write("one two");
        (await After(2)).File.Should().Be(FileState.Unfinished);
        (await After(4)).File.Should().Be(FileState.Unfinished);

        (await After(2)).Should().BeEquivalentTo(Recorded.Of("a") with
        {
            File = FileState.Finished,
            Size = 7,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData("one two"u8)),
        });
    }

    [Fact]
    public async Task A_file_that_comes_late_is_waited_for_and_one_that_does_not_come_is_missing()
    {
        (await After(0)).File.Should().Be(FileState.Unfinished);
        (await After(58)).File.Should().Be(FileState.Unfinished);
        (await After(2)).File.Should().Be(FileState.Missing);
    }

    [Fact]
    public async Task While_the_recordings_folder_is_away_nothing_is_taken_for_missing()
    {
        Directory.Delete(folder["recordings"], recursive: true);

        (await After(3_600)).File.Should().Be(FileState.Unfinished);
    }

    [Fact]
    public async Task A_path_that_leads_elsewhere_is_not_read()
    {
        Write("one");
        File.WriteAllText(folder["secret.wav"], "secret");
        store.Change(new RecordingChange.Put(Recorded.Of("b") with { Path = "../secret.wav" }));
        store.Change(new RecordingChange.Put(Recorded.Of("c") with { Path = "2026/11/24/../../../../secret.wav" }));
        await After(0);
        await After(60);

        (await store.Find("a"))!.File.Should().Be(FileState.Finished);
        (await store.Find("b"))!.File.Should().Be(FileState.Missing);
        (await store.Find("c"))!.File.Should().Be(FileState.Missing);
    }

    void Write(string content) => File.WriteAllText(folder["recordings/2026/11/24/a.wav"], content);

    async Task<Recording> After(int seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        await store.Flush();
        await sums.Look(TestContext.Current.CancellationToken);
        await store.Flush();
        return (await store.Find("a"))!;
    }
}
