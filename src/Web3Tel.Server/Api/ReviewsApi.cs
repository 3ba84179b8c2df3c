using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Reviews;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Api;

/// <summary>Comments at moments of recordings, and score cards.</summary>
static class ReviewsApi
{
    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/recordings/{id}/review", Read).Produces<Review>().Refuses(StatusCodes.Status404NotFound)
            .WithSummary("What was said of a recording: comments at its moments, and scores.");
        routes.MapPost("/api/recordings/{id}/remarks", Mark).Produces<Remark>().Refuses(Refusals)
            .WithSummary("Puts a comment at a moment of a recording.");
        routes.MapPost("/api/recordings/{id}/remarks/{remark:guid}/delete", Unmark).Produces(StatusCodes.Status204NoContent).Refuses(Refusals)
            .WithSummary("Takes a comment away: one's own, or anybody's as an administrator.");
        routes.MapPut("/api/recordings/{id}/score", Judge).Produces<Score>().Refuses(Refusals)
            .WithSummary("Judges a conversation by the score card, in the place of one's own score of before.");
        routes.MapPost("/api/recordings/{id}/score/delete", Withdraw).Produces(StatusCodes.Status204NoContent).Refuses(Refusals)
            .WithSummary("Takes one's own score back.");
        routes.MapGet("/api/recordings/quality", Quality).Produces<IReadOnlyList<OperatorQuality>>().Refuses()
            .WithSummary("How operators were judged in conversations of some days.");
    }

    static readonly int[] Refusals = [StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict];

    static Task<IResult> Read(CallCenterService center, HttpRequest request, string id) => Of(center, request, id, async recording =>
        TypedResults.Ok(await center.Reviews.Find(id).ConfigureAwait(false) ?? new Review(id, recording.Start, recording.Queue)));

    static Task<IResult> Mark(CallCenterService center, ReviewKeeper keeper, HttpRequest request, string id, RemarkWish wish) => Of(center, request, id, async recording =>
        await keeper.Mark(recording, wish.At ?? double.NaN, wish.Text, Commanding.Who(request), Language.English).ConfigureAwait(false) switch
        {
            ({ } remark, _) => TypedResults.Ok(remark),
            var (_, fault) => Commanding.Wrong(fault!),
        });

    static Task<IResult> Unmark(CallCenterService center, ReviewKeeper keeper, HttpRequest request, string id, Guid remark) => Of(center, request, id, async recording =>
        Commanding.Answer(await keeper.Unmark(recording, remark, Commanding.Who(request), request.HttpContext.Visitor().MayUnmark, Language.English).ConfigureAwait(false), isKnown: true));

    static Task<IResult> Judge(CallCenterService center, ReviewKeeper keeper, HttpRequest request, string id, ScoreWish wish) => Of(center, request, id, async recording =>
        await keeper.Judge(recording, wish, Commanding.Who(request), Language.English).ConfigureAwait(false) switch
        {
            ({ } score, _) => TypedResults.Ok(score),
            var (_, fault) => Commanding.Wrong(fault!),
        });

    static Task<IResult> Withdraw(CallCenterService center, ReviewKeeper keeper, HttpRequest request, string id) => Of(center, request, id, async recording =>
        Commanding.Answer(await keeper.Withdraw(recording, Commanding.Who(request), Language.English).ConfigureAwait(false), isKnown: true));

    static async Task<IResult> Quality(CallCenterService center, ServiceSettings settings, HttpRequest request)
    {
        var wanted = new Parameters(request.Query, ["since", "until", "queue"]);
        var (since, until, queue) = (wanted.Moment("since", settings.TimeZone, endOfDay: false), wanted.Moment("until", settings.TimeZone, endOfDay: true), wanted.Text("queue"));
        var visitor = request.HttpContext.Visitor();
        return wanted.Errors.Count > 0
            ? wanted.Problem()
            : TypedResults.Ok(await center.Reviews.Quality(since, until, of => (queue is null || of == queue) && visitor.Sees(of)).ConfigureAwait(false));
    }

    /// <summary>Of a recording that whoever asks may hear.</summary>
    static async Task<IResult> Of(CallCenterService center, HttpRequest request, string id, Func<Recording, Task<IResult>> answer) =>
        await center.Recordings.Find(id).ConfigureAwait(false) is { } recording && request.HttpContext.Visitor().Sees(recording.Queue)
            ? await answer(recording).ConfigureAwait(false)
            : RecordingsApi.Unknown(id);

    /// <summary>A comment as it is handed in.</summary>
    /// <param name="At">Seconds from the beginning.</param>
    /// <param name="Text">Any text.</param>
    internal sealed record RemarkWish(double? At, string? Text);
}
