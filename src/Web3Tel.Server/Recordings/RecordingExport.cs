using System.Globalization;
using System.IO.Compression;
using System.Text;
using Web3Tel.History;
using Web3Tel.Server.Reviews;

namespace Web3Tel.Server.Recordings;

/// <summary>What was found as a ZIP: the files by their paths, and <c>recordings.csv</c>, which says of each whether its file is there;
/// where something was said of them, also that.</summary>
/// <param name="find">The history of a call: its result and note.</param>
/// <param name="reviews">What was said of the recordings.</param>
sealed class RecordingExport(RecordingStore store, RecordingFolder folder, Func<string, Task<HistoryEntry?>> find, ReviewStore reviews)
{
    const int AtOnce = 200;

    /// <summary>Writes it as it goes: whatever its size, little of it is in memory.</summary>
    /// <param name="zip">Where to; need not be seekable.</param>
    public async Task Write(RecordingQuery query, Stream zip, CancellationToken cancellation)
    {
        var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            // Told last, since a file may go while we are at it; until then it waits on the disk.
            var path = Path.GetTempFileName();
            var table = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await using (table.ConfigureAwait(false))
            {
                var said = await WriteFiles(query, archive, table, cancellation).ConfigureAwait(false);
                table.Position = 0;
                await Add(archive, "recordings.csv", table, CompressionLevel.Optimal, cancellation).ConfigureAwait(false);
                foreach (var (name, lines) in said.Written)
                {
                    await Add(archive, name, new MemoryStream(lines), CompressionLevel.Optimal, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    async Task<ReviewTables> WriteFiles(RecordingQuery query, ZipArchive archive, Stream table, CancellationToken cancellation)
    {
        var names = await store.Names().ConfigureAwait(false);
        var said = new ReviewTables(query.Zone, names);
        var text = new StreamWriter(table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (text.ConfigureAwait(false))
        {
            await text.WriteAsync(CsvLine.Of(
                "start", "seconds", "operators", "from", "name", "to", "queue", "line", "direction", "result", "file", "fileState", "bytes", "sha256", "id", "pausedSeconds", "outside", "resultCode", "note", "consultationOf", "remarks", "share")).ConfigureAwait(false);
            string? last = null;
            while (await store.Search(query, last, AtOnce).ConfigureAwait(false) is { Recordings: { Count: > 0 } page })
            {
                var reviewed = await reviews.Find([.. page.Select(recording => recording.Id)]).ConfigureAwait(false);
                foreach (var recording in page)
                {
                    var isThere = await TryAdd(archive, recording, cancellation).ConfigureAwait(false);
                    var note = (await find(recording.Id).ConfigureAwait(false))?.Note;
                    var review = reviewed.GetValueOrDefault(recording.Id);
                    await text.WriteAsync(Line(recording, isThere, query.Zone, names, note, review)).ConfigureAwait(false);
                    if (review is not null)
                    {
                        said.Add(review);
                    }
                }

                last = page[^1].Id;
            }
        }

        return said;
    }

    async Task<bool> TryAdd(ZipArchive archive, Recording recording, CancellationToken cancellation)
    {
        FileStream file;
        try
        {
            file = File.OpenRead(folder.Find(recording.Path) ?? throw new FileNotFoundException("It is no path of a recording.", recording.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        await using (file.ConfigureAwait(false))
        {
            await Add(archive, recording.Path, file, CompressionLevel.Fastest, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    static async Task Add(ZipArchive archive, string name, Stream from, CompressionLevel level, CancellationToken cancellation)
    {
        var entry = await archive.CreateEntry(name, level).OpenAsync(cancellation).ConfigureAwait(false);
        await using (entry.ConfigureAwait(false))
        {
            await from.CopyToAsync(entry, cancellation).ConfigureAwait(false);
        }
    }

    static string Line(Recording recording, bool isThere, TimeZoneInfo zone, IReadOnlyDictionary<string, string> names, CallNote? note, Review? review) => CsvLine.Of(
        TimeZoneInfo.ConvertTime(recording.Start, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        recording.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
        string.Join("; ", recording.Operators.Select(id => names.GetValueOrDefault(id) is { } name && name != id ? $"{name} ({id})" : id)),
        recording.From,
        recording.Name,
        recording.To,
        recording.Queue ?? "",
        recording.Line,
        recording.Direction.ToString(),
        recording.Result.ToString(),
        recording.Path,
        isThere ? recording.File == FileState.Finished ? "Included" : "IncludedUnfinished" : "Missing",
        recording.Size.ToString(CultureInfo.InvariantCulture),
        recording.Sha256,
        recording.Id,
        recording.PausedSeconds.ToString("0.0", CultureInfo.InvariantCulture),
        recording.Outside,
        note?.Result ?? "",
        note?.Text ?? "",
        recording.ConsultationOf,
        review is null ? "" : review.Remarks.Length.ToString(CultureInfo.InvariantCulture),
        ReviewTables.Share(review?.Share));
}
