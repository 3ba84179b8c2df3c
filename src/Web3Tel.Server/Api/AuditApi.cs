using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Auditing;
using Web3Tel.Server.Auditing;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>Who commanded what.</summary>
static class AuditApi
{
    const int MostLimit = 1_000;

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/api/audit", Page)
        .WithSummary("The commands obeyed, newest first: who, to whom, what; page on with before.");

    /// <summary>
    /// Newest first; <c>before</c> is the number of the last record one has, <c>limit</c> how many more one wants.
    /// </summary>
    static async Task<Results<Ok<AuditRecord[]>, ProblemHttpResult>> Page(CallCenterService center, long before = long.MaxValue, int limit = MostLimit)
    {
        if (limit is < 1 or > MostLimit)
        {
            return TypedResults.Problem($"limit is {limit}: give 1 to {MostLimit}.", statusCode: StatusCodes.Status400BadRequest);
        }

        return TypedResults.Ok(await center.Audited(before, limit).ConfigureAwait(false));
    }
}
