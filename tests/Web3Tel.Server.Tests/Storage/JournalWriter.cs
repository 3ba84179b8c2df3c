using System.Globalization;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Tests.Storage;

/// <summary>A process that writes journal and history as fast as it can and says on its standard output what it was told is safe, until it is killed.</summary>
static class JournalWriter
{
    public const string Command = "write-journal";
    public const int CallEvery = 10;

    const int Burst = 50;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<int> Run(string folder)
    {
        var options = new StorageOptions(folder, TimeProvider.System) { HistoryGather = TimeSpan.FromMilliseconds(5) };
        var history = await HistoryStore.Open(options, NullLogger.Instance);
        var journal = await JournalStore.Open(options, NullLogger.Instance);
        using var telling = journal.Durable.Subscribe(number => Tell(number.ToString(CultureInfo.InvariantCulture)));
        for (var number = await history.Through() + 1; number <= journal.Last; number++)
        {
            Archive(history, number);
        }

        for (var number = journal.Last + 1; ; number++)
        {
            journal.Append(new JournalEntry(number, JournalEntry.CurrentVersion, new Event.Woke(DateTimeOffset.UnixEpoch.AddSeconds(number))));
            Archive(history, number);
            if (number % Burst == 0)
            {
                // In the pause after every other burst a kill finds nothing under way: what was acknowledged is on the disk by itself.
                await journal.Durable.FirstAsync(durable => durable >= number);
                if (number % (2 * Burst) == 0)
                {
                    await Task.Delay(Pause, TimeProvider.System);
                }
            }
        }
    }

    /// <summary>Every tenth entry ends a call.</summary>
    static void Archive(HistoryStore history, long number)
    {
        if (number % CallEvery == 0)
        {
            history.Put(EndedCall.Of($"call-{number}", DateTimeOffset.UnixEpoch.AddSeconds(number)));
            history.Mark(number);
        }
    }

    static void Tell(string text)
    {
        Console.Out.WriteLine(text);
        Console.Out.Flush();
    }
}
