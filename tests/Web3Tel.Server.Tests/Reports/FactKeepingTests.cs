using System.Diagnostics;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Commands;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Reports;

public sealed class FactKeepingTests : IAsyncLifetime
{
    const int Kills = 8;
    const int Seed = 20261125;

    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();
    SampleDay day = null!;
    string expected = null!;
    StorageOptions options = null!;

    public async ValueTask InitializeAsync()
    {
        day = await SampleDay.Write(folder.Path);
        options = new StorageOptions(folder.Path, TimeProvider.System, disk.Open);
        expected = Counted(day.Journal, CallCenter.Empty);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_facts_of_the_journal_are_those_of_the_day()
    {
        var (text, mark) = await FactCounter.Count(options);

        text.Should().Be(expected);
        (mark.Through, mark.WholeFrom).Should().Be((day.Journal.Count, null));
        var report = new Report(FactCounter.Day(Subject.Line, Interval.Day));
        await using var store = ReportStore.Open(options, NullLogger.Instance);
        await store.Fill(report);
        (report.Total.Tally[Measure.Calls], report.Total.Tally[Measure.Answered], report.Total.Tally[Measure.Abandoned])
            .Should().Be((day.Calls, day.History.Count(call => call.Answered is not null), day.History.Count(call => call.Result == CallResult.Abandoned)));
    }

    [Theory]
    [InlineData(37)]
    [InlineData(500)]
    public async Task In_how_many_pieces_it_is_counted_makes_no_difference(int atOnce) => (await FactCounter.Count(options, atOnce)).Day.Should().Be(expected);

    [Fact]
    public async Task After_SIGKILL_at_any_moment_nothing_is_missing_and_nothing_counted_twice()
    {
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await CountUntilKilled(TimeSpan.FromMilliseconds(random.Next(1, 600)));
        }

        (await FactCounter.Count(options)).Day.Should().Be(expected, "seed {0}", Seed);
        Directory.GetFiles(folder.Path, "*damaged*").Should().BeEmpty();
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("damaged")]
    public async Task Facts_that_are_lost_are_counted_again(string how)
    {
        await FactCounter.Count(options);
        if (how == "deleted")
        {
            File.Delete(folder["reports.db"]);
        }
        else
        {
            File.WriteAllText(folder["reports.db"], new string('?', 30_000));
        }

        (await FactCounter.Count(options)).Day.Should().Be(expected);
    }

    [Fact]
    public async Task Without_states_that_were_kept_it_is_counted_on_all_the_same()
    {
        await using (var journal = await JournalStore.Open(options, NullLogger.Instance))
        await using (var store = ReportStore.Open(options, NullLogger.Instance))
        {
            var keeping = Keeping(journal, store, atOnce: 300);
            await keeping.CountMore();
            await keeping.CountMore();
        }

        Directory.Delete(folder["states"], recursive: true);

        (await FactCounter.Count(options)).Day.Should().Be(expected);
    }

    [Fact]
    public async Task While_the_disk_is_full_nothing_is_counted_and_nothing_lost()
    {
        await using (var journal = await JournalStore.Open(options, NullLogger.Instance))
        {
            await using var store = ReportStore.Open(options, NullLogger.Instance);
            var keeping = Keeping(journal, store, atOnce: 100);
            await keeping.CountMore();
            disk.Full = true;
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var count = () => keeping.CountMore();
                await count.Should().ThrowAsync<IOException>();
            }

            disk.Full = false;
            while (await keeping.CountMore())
            {
            }
        }

        (await FactCounter.Count(options)).Day.Should().Be(expected);
    }

    [Fact]
    public async Task A_hole_in_the_journal_is_told_and_what_comes_behind_is_counted()
    {
        var state = new PastStates(options).From(1)!;
        Directory.Delete(folder["journal"], recursive: true);
        JournalEntry[] left = [.. day.Journal.Where(entry => entry.Number > state.Number - 20)];
        await using (var journal = await JournalStore.Open(options, NullLogger.Instance))
        {
            Array.ForEach(left, journal.Append);
        }

        var (text, mark) = await FactCounter.Count(options);

        (mark.Through, mark.WholeFrom).Should().Be((day.Journal.Count, left[0].Event.At));
        text.Should().Be(Counted(left, state));
    }

    async Task CountUntilKilled(TimeSpan after)
    {
        using var counter = Process.Start(new ProcessStartInfo(Environment.ProcessPath!) { ArgumentList = { FactCounter.Command, folder.Path }, RedirectStandardOutput = true })!;
        (await counter.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).Should().Be("counting");
        // It may be ready just when it is killed: nobody is to kill what has been disposed of.
        await using var timer = TimeProvider.System.CreateTimer(_ => counter.Kill(), null, after, Timeout.InfiniteTimeSpan);
        await counter.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    FactKeeping Keeping(JournalStore journal, ReportStore store, int atOnce) =>
        new(journal, new PastStates(options), store, () => CallCenter.Empty, NullLogger.Instance, atOnce);

    /// <summary>Without any store.</summary>
    static string Counted(IReadOnlyList<JournalEntry> journal, CallCenter state)
    {
        var reader = new FactReader(state, journal[0].Event.At);
        foreach (var moment in Replay.Moments(state, journal))
        {
            reader.Read(moment);
        }

        var facts = reader.Take();
        return string.Concat(Enum.GetValues<Subject>().Select(subject =>
        {
            var report = new Report(FactCounter.Day(subject));
            report.Add(facts);
            return FactCounter.Text(report);
        }));
    }
}
