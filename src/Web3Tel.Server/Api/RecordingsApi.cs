using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Auditing;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Api;

/// <summary>Recordings of conversations: found, heard, checked, taken away as a ZIP.</summary>
static class RecordingsApi
{
    public static void MapRecordings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/recordings", Search).Produces<Found>().Refuses()
            .WithSummary("Recordings found by day, time of day, operator, numbers, queue, result, duration; newest first.").Demands(Permission.HearRecordings, Reach.Own);
        routes.MapGet("/api/recordings/export", Export).Produces<Stream>(StatusCodes.Status200OK, MediaTypeNames.Application.Zip).Refuses()
            .WithSummary("All recordings found, as a ZIP with a CSV.").Demands(Permission.HearRecordings, Reach.Own);
        routes.MapPost("/api/recordings/compare", (RecordingKeeper keeper, CancellationToken cancellation) => keeper.Compare(cancellation))
            .WithSummary("Compares the index with the files at once, and mends what can be mended.");
        routes.MapMethods("/api/recordings/{id}/audio", [HttpMethods.Get, HttpMethods.Head], Audio)
            .Produces<Stream>(StatusCodes.Status200OK, "audio/wav").Refuses(StatusCodes.Status404NotFound).WithSummary("The sound of a recording (WAV).").Demands(Permission.HearRecordings, Reach.Own);
        routes.MapGet("/api/recordings/{id}/peaks", Peaks).Produces<RecordingPeaks>().Refuses(StatusCodes.Status404NotFound)
            .WithSummary("How loud a recording is from its beginning to its end, for a picture of it.").Demands(Permission.HearRecordings, Reach.Own);
        routes.MapGet("/api/recordings/{id}/check", Check).Produces<RecordingCheck>().Refuses(StatusCodes.Status404NotFound)
            .WithSummary("Whether the file of a recording is still what it was at the end of the conversation.");
    }

    static async Task<IResult> Search(CallCenterService center, ServiceSettings settings, HttpRequest request)
    {
        var names = await center.Recordings.Names().ConfigureAwait(false);
        var wanted = new QueryReader(request.Query, settings.TimeZone, names, request.HttpContext.Visitor(), QueryReader.Paging);
        if (wanted.Errors.Count > 0)
        {
            return wanted.Problem();
        }

        if (await center.Recordings.Search(wanted.Query, wanted.Before, wanted.Limit).ConfigureAwait(false) is not { } page)
        {
            wanted.Refuse("before", $"is \"{wanted.Before}\", which is no recording: give the id of one.");
            return wanted.Problem();
        }

        return TypedResults.Ok(new Found(page.Total, page.Newer, page.HasMore, await center.Recordings.IsWhole().ConfigureAwait(false), page.Recordings));
    }

    static async Task<IResult> Export(CallCenterService center, RecordingKeeper keeper, AccountKeeper accounts, ServiceSettings settings, HttpRequest request)
    {
        var wanted = new QueryReader(request.Query, settings.TimeZone, await center.Recordings.Names().ConfigureAwait(false), request.HttpContext.Visitor());
        if (wanted.Errors.Count > 0)
        {
            return wanted.Problem();
        }

        accounts.Audit(Commanding.Who(request), "", AuditedAct.ExportRecordings, request.QueryString.ToString());

        // .NET's ZIP writes the last bytes of each file synchronously, whatever it is asked for.
        request.HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        return TypedResults.Stream(
            zip => new RecordingExport(center.Recordings, keeper.Folder, center.History.Find, center.Reviews).Write(wanted.Query, zip, request.HttpContext.RequestAborted),
            MediaTypeNames.Application.Zip,
            "recordings.zip");
    }

    static async Task<IResult> Audio(CallCenterService center, RecordingKeeper keeper, Hearing hearing, HttpRequest request, string id)
    {
        if (await center.Recordings.Find(id).ConfigureAwait(false) is not { } recording || !request.HttpContext.Visitor().Sees(recording.Queue))
        {
            return Unknown(id);
        }

        if (keeper.Folder.Look(recording.Path) is null)
        {
            return TypedResults.Problem($"The file of the recording \"{id}\" is not there.", statusCode: StatusCodes.Status404NotFound);
        }

        hearing.Note(request, AuditedAct.HearRecording, string.Join(",", recording.Operators), id);
        return TypedResults.PhysicalFile(keeper.Folder.Find(recording.Path)!, "audio/wav", enableRangeProcessing: true);
    }

    static async Task<IResult> Peaks(CallCenterService center, PeakShelf peaks, HttpRequest request, string id) =>
        await center.Recordings.Find(id).ConfigureAwait(false) is not { } recording || !request.HttpContext.Visitor().Sees(recording.Queue) ? Unknown(id)
        : await peaks.Of(recording.Path, request.HttpContext.RequestAborted).ConfigureAwait(false) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.Problem($"The recording \"{id}\" has no file, or one that is no WAV of 16 bits.", statusCode: StatusCodes.Status404NotFound);

    static async Task<IResult> Check(CallCenterService center, RecordingKeeper keeper, string id, CancellationToken cancellation) =>
        await center.Recordings.Find(id).ConfigureAwait(false) is { } recording
            ? TypedResults.Ok(await RecordingCheck.Of(recording, keeper.Folder, cancellation).ConfigureAwait(false))
            : Unknown(id);

    public static ProblemHttpResult Unknown(string id) => TypedResults.Problem($"There is no recording \"{id}\".", statusCode: StatusCodes.Status404NotFound);

    /// <summary>A page of what was found.</summary>
    /// <param name="Total">How many there are on all pages.</param>
    /// <param name="Newer">How many of them come before this page.</param>
    /// <param name="HasMore">Whether older ones follow: ask with <c>before</c>, the id of the last one here.</param>
    /// <param name="IsWhole">False while the index is being made again from the history: some may be missing.</param>
    internal sealed record Found(int Total, int Newer, bool HasMore, bool IsWhole, IReadOnlyList<Recording> Recordings);
}
