using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class KillTests : IDisposable
{
    const int Kills = 12;
    const int Seed = 20261124;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_outlives_SIGKILL_at_any_moment()
    {
        var random = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var acknowledged = await WriteUntilKilled(TimeSpan.FromMilliseconds(random.Next(1, 1_200)));
            var last = await Check();

            last.Should().BeGreaterThanOrEqualTo(acknowledged, "kill {0} of seed {1}", kill, Seed);
        }
    }

    /// <summary>The last number that the writer said was safe before it was killed.</summary>
    async Task<long> WriteUntilKilled(TimeSpan after)
    {
        using var writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { JournalWriter.Command, folder.Path },
            RedirectStandardOutput = true,
        })!;
        var acknowledged = long.Parse((await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
        using var timer = TimeProvider.System.CreateTimer(_ => writer.Kill(), null, after, Timeout.InfiniteTimeSpan);
        while (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            acknowledged = long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : acknowledged;
        }

        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        return acknowledged;
    }

    /// <summary>Opens what the killed one left: nothing was damaged, no entry is missing, and each marked call is there.</summary>
    async Task<long> Check()
    {
        var options = new StorageOptions(folder.Path, TimeProvider.System);
        await using var journal = await JournalStore.Open(options, NullLogger.Instance);
        await using var history = await HistoryStore.Open(options, NullLogger.Instance);
        var read = 0L;
        while (await journal.Read(read + 1) is { Count: > 0 } entries)
        {
            entries.Select(entry => entry.Number).Should().Equal(Enumerable.Range(1, entries.Count).Select(n => read + n));
            read += entries.Count;
        }

        var through = await history.Through();
        if (through > 0)
        {
            (await history.Find($"call-{through}")).Should().NotBeNull();
            (await history.Page(before: null, limit: 1_000)).Should().HaveCountGreaterThanOrEqualTo((int)Math.Min(1_000, through / JournalWriter.CallEvery));
        }

        read.Should().Be(journal.Last);
        Directory.GetFiles(folder.Path, "*damaged*", SearchOption.AllDirectories).Should().BeEmpty();
        return read;
    }
}
