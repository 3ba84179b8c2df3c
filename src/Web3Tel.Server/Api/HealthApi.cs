using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>For whoever monitors us: whether the process lives, and whether it can serve callers and remember what happens.</summary>
static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => new Health("live", []))
            .WithSummary("The process lives.");
        routes.MapGet("/health/ready", (CallCenterService center, SwitchWatch @switch) => Ready(center, @switch))
            .Produces<Health>().Produces<Health>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Whether calls can be taken and remembered, or what is wrong.");
    }

    static JsonHttpResult<Health> Ready(CallCenterService center, SwitchWatch @switch)
    {
        var health = Health.Of(center.StorageTrouble, @switch.Trouble);
        return TypedResults.Json(health, statusCode: health.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
