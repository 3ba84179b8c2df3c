using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.History;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>Ended calls.</summary>
static class HistoryApi
{
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;

    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/history", Page).Refuses()
            .WithSummary("Ended calls, newest first, each with its journey; before is the id of the last one one has.");
        routes.MapGet("/api/history/{id}", One).Refuses(StatusCodes.Status404NotFound).WithSummary("An ended call with its journey.");
    }

    /// <summary>Newest first; <c>before</c> is the id of the last entry one has, <c>limit</c> how many more one wants.</summary>
    static async Task<Results<Ok<IReadOnlyList<HistoryEntry>>, ProblemHttpResult>> Page(CallCenterService center, string? before, int limit = DefaultLimit)
    {
        if (limit is < 1 or > MostLimit)
        {
            return TypedResults.Problem($"limit is {limit}: give 1 to {MostLimit}.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await center.History.Page(before, limit).ConfigureAwait(false) is { } page
            ? TypedResults.Ok(page)
            : TypedResults.Problem($"before is \"{before}\", which is no call of the history: give the id of one.", statusCode: StatusCodes.Status400BadRequest);
    }

    static async Task<Results<Ok<HistoryEntry>, ProblemHttpResult>> One(CallCenterService center, string id) =>
        await center.History.Find(id).ConfigureAwait(false) is { } entry
            ? TypedResults.Ok(entry)
            : TypedResults.Problem($"There is no call \"{id}\" in the history.", statusCode: StatusCodes.Status404NotFound);
}
