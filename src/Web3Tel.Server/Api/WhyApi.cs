using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Server.Inquiries;
using Web3Tel.Server.Panel;

namespace Web3Tel.Server.Api;

/// <summary>Why: each decision about a caller or an operator, with who was passed over and for what reason.</summary>
static class WhyApi
{
    const int MostHours = 24;
    const int MostLines = 1_000;

    public static void MapWhy(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/calls/{id}/why", OfCall).Refuses(StatusCodes.Status404NotFound)
            .WithSummary("Each decision about a caller, with who was passed over and why.");
        routes.MapGet("/api/operators/{id}/why", OfOperator).Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound)
            .WithSummary("Each decision about an operator in the last hours, and why.");
    }

    static async Task<Results<Ok<CallAnswer>, ProblemHttpResult>> OfCall(Inquiry inquiry, HttpRequest request, string id) =>
        await inquiry.OfCall(id, Language.Told(request), request.HttpContext.RequestAborted).ConfigureAwait(false) is { } answer
            ? TypedResults.Ok(answer)
            : TypedResults.Problem($"There is no call \"{id}\", neither now nor in the history.", statusCode: StatusCodes.Status404NotFound);

    static async Task<Results<Ok<OperatorAnswer>, ProblemHttpResult>> OfOperator(Inquiry inquiry, HttpRequest request, string id, int hours = 1, int limit = 200)
    {
        if (hours is < 1 or > MostHours || limit is < 1 or > MostLines)
        {
            return TypedResults.Problem(
                $"hours is {hours} and limit is {limit}: give 1 to {MostHours} hours and 1 to {MostLines} lines.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await inquiry.OfOperator(id, hours, limit, Language.Told(request), request.HttpContext.RequestAborted).ConfigureAwait(false) is { } answer
            ? TypedResults.Ok(answer)
            : TypedResults.Problem($"There is no operator \"{id}\".", statusCode: StatusCodes.Status404NotFound);
    }
}
