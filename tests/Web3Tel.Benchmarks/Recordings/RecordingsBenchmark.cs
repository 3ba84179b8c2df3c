using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Benchmarks.Service;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Benchmarks.Recordings;

/// <summary>Search over a million recordings: how long the first page takes, and what the process that has the index holds.</summary>
static class RecordingsBenchmark
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("web3tel-recordings-").FullName;
        try
        {
            var begun = TimeProvider.System.GetTimestamp();
            await Fill(folder);
            Console.WriteLine(
                $"{MillionRecordings.Count:N0} recordings of a year in 12 queues by 200 operators: put into the index in {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:F1} s, {Size(folder):N0} MB on the disk");
            await using var searching = new ChildProcess("Web3Tel.Benchmarks.dll", [SearchedRecordings.Command, folder], folder, new Dictionary<string, string>());
            var opened = await searching.Ask("open", "opened", Patience);
            Console.WriteLine($"Opened in {opened[0]:F1} s; the process holds {opened[1]:N0} MB");
            Console.WriteLine($"{"first page of 50, newest first, with the total",-64}{"found",9}{"p50 ms",9}{"p95 ms",9}{"max ms",9}");
            foreach (var (name, what) in SearchedRecordings.Searches)
            {
                var figures = await searching.Ask(name, name, Patience);
                Console.WriteLine($"{what,-64}{figures[0],9:N0}{figures[1],9:F1}{figures[2],9:F1}{figures[3],9:F1}");
            }

            var held = await searching.Ask("weigh", "holds", Patience);
            Console.WriteLine($"After these the process holds {held[0]:N0} MB, at most {held[1]:N0} MB at any moment (aim < 500; p95 of the first row < 50 ms)");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task Fill(string folder)
    {
        const int Together = 20_000;
        await using var store = RecordingStore.Open(new StorageOptions(folder, TimeProvider.System), NullLogger.Instance);
        foreach (var group in MillionRecordings.All().Chunk(Together))
        {
            foreach (var recording in group)
            {
                store.Change(new RecordingChange.Put(recording));
            }

            await store.Flush();
        }
    }

    static double Size(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length) / 1e6;
}
