using System.Text;
using Web3Tel.Reports;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Api;

/// <summary>Reports per queue, operator, line and interval, as JSON or CSV.</summary>
static class ReportsApi
{
    const string Csv = "text/csv";

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        Map("queues", Subject.Queue, "Figures of queues by interval, as JSON or CSV.");
        Map("operators", Subject.Operator, "Figures of operators by interval, as JSON or CSV.");
        Map("lines", Subject.Line, "Figures of lines by interval, as JSON or CSV.");

        void Map(string name, Subject subject, string summary) => routes.MapGet(
            $"/api/reports/{name}",
            (ReportKeeper keeper, CallCenterService center, ServiceSettings settings, TimeProvider time, HttpRequest request) =>
                Answer(keeper, center, settings.TimeZone, time, request, subject, name)).Produces<ReportData>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable).WithSummary(summary);
    }

    static async Task<IResult> Answer(
        ReportKeeper keeper, CallCenterService center, TimeZoneInfo zone, TimeProvider time, HttpRequest request, Subject subject, string name)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var wanted = new ReportReader(request.Query, subject, zone, today);
        if (wanted.Errors.Count > 0)
        {
            return wanted.Problem();
        }

        ReportAnswer answer;
        try
        {
            answer = await keeper.Ask(wanted.Query, request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            return TypedResults.Problem(
                $"The facts of reports cannot be read: {e.Message} Free or mend the disk, and ask again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var names = await center.Recordings.Names().ConfigureAwait(false);
        if (!(wanted.AsCsv ?? WishesCsv(request)))
        {
            return TypedResults.Ok(ReportData.Of(answer, names));
        }

        var table = new ReportTable(answer.Report, names, Language.Of(request));
        return TypedResults.Stream(body => Write(table, body), $"{Csv}; charset=utf-8", $"{name}.csv");
    }

    static bool WishesCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(type => type.MatchesMediaType(Csv) && !type.MatchesAllTypes && type.Quality is not 0);

    static async Task Write(ReportTable table, Stream body)
    {
        // The mark in front tells Excel that it is UTF-8.
        var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (text.ConfigureAwait(false))
        {
            await table.Write(text).ConfigureAwait(false);
        }
    }
}
