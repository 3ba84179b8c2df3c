using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class JournalFolderTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();
    readonly VirtualTime time = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    [Fact]
    public void Entries_come_back_in_order_from_any_number_on()
    {
        using var journal = Open();
        journal.Append(Entries(1, 10));
        journal.Append(Entries(11, 10));

        Numbers(journal, from: 1).Should().Equal(Enumerable.Range(1, 20).Select(n => (long)n));
        Numbers(journal, from: 15).Should().Equal(15, 16, 17, 18, 19, 20);
        Numbers(journal, from: 21).Should().BeEmpty();
    }

    [Fact]
    public void Each_month_has_a_file_of_its_own_and_reading_crosses_them()
    {
        using (var journal = Open())
        {
            journal.Append(Entries(1, 3));
            time.Advance(TimeSpan.FromDays(10));
            journal.Append(Entries(4, 3));
            Numbers(journal, from: 2).Should().Equal(2, 3, 4, 5, 6);
        }

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("2026-11.db", "2026-12.db");
        using var again = Open();
        again.Last.Should().Be(6);
    }

    [Fact]
    public void A_clock_set_back_to_last_month_does_not_disorder_the_journal()
    {
        using var journal = Open();
        journal.Append(Entries(1, 3));
        time.Advance(TimeSpan.FromDays(-40));
        journal.Append(Entries(4, 3));

        Numbers(journal, from: 1).Should().Equal(1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void What_a_full_disk_refused_is_written_once_when_there_is_room_again()
    {
        using var journal = Open();
        journal.Append(Entries(1, 3));
        disk.Full = true;
        var append = () => journal.Append(Entries(4, 3));
        append.Should().Throw<IOException>();
        append.Should().Throw<IOException>();

        disk.Full = false;
        append();

        Numbers(journal, from: 1).Should().Equal(1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void A_file_that_is_no_database_is_put_aside_with_its_log_and_a_new_one_begun()
    {
        File.WriteAllText(folder["2026-11.db"], new string('?', 20_000));
        File.WriteAllText(folder["2026-11-log.db"], "");

        using var journal = Open();

        journal.Last.Should().Be(0);
        journal.Append(Entries(1, 3));
        Numbers(journal, from: 1).Should().Equal(1, 2, 3);
        Directory.GetFiles(folder.Path, "*damaged*").Should().HaveCount(2);
    }

    [Fact]
    public void From_a_damaged_file_the_entries_before_the_damage_are_taken_over()
    {
        using (var journal = Open())
        {
            for (var first = 1; first <= 100; first += 10)
            {
                journal.Append(Entries(first, 10, "the text of this entry"));
            }
        }

        Deface("entry 95");

        using var again = Open();
        again.Last.Should().Be(90);
        Numbers(again, from: 1).Should().Equal(Enumerable.Range(1, 90).Select(n => (long)n));
        Directory.GetFiles(folder.Path, "*damaged*").Should().HaveCount(1);
    }

    [Fact]
    public void An_entry_larger_than_a_page_of_LiteDB_comes_back_whole()
    {
        using var journal = Open();
        var text = new string('я', 700_000);
        journal.Append([new StoredEntry(1, text), new StoredEntry(2, "small"), new StoredEntry(3, text)]);

        ReadAll(journal, from: 1).Select(entry => entry.Json).Should().Equal(text, "small", text);
    }

    static StoredEntry[] Entries(long first, int count, string text = "") =>
        [.. Enumerable.Range(0, count).Select(i => new StoredEntry(first + i, $"{{ entry {first + i} {text} }}"))];

    static List<StoredEntry> ReadAll(JournalFolder journal, long from)
    {
        var found = new List<StoredEntry>();
        while (journal.Read(from, limit: 7) is { Count: > 0 } some)
        {
            found.AddRange(some);
            from = found[^1].Number + 1;
        }

        return found;
    }

    static IEnumerable<long> Numbers(JournalFolder journal, long from) => ReadAll(journal, from).Select(entry => entry.Number);

    JournalFolder Open() => new(folder.Path, disk.Open, time, NullLogger.Instance);

    /// <summary>Changes a letter in the file: LiteDB does not notice such a thing.</summary>
    void Deface(string text)
    {
        var bytes = File.ReadAllBytes(folder["2026-11.db"]);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text));
        at.Should().BePositive();
        bytes[at]++;
        File.WriteAllBytes(folder["2026-11.db"], bytes);
    }
}
