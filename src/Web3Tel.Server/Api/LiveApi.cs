using Web3Tel.Server.Accounts;
using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>The call center at this moment.</summary>
static class LiveApi
{
    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/calls", (CallCenterService center, TimeProvider time, HttpContext context) => Read(center, time, context).Calls)
            .WithSummary("Calls at this moment: those waiting in the order in which they will be served, then conversations, then the rest.");
        routes.MapGet("/api/queues", (CallCenterService center, TimeProvider time, HttpContext context) => Read(center, time, context).Queues).WithSummary("Queues at this moment.");
        routes.MapGet("/api/operators", (CallCenterService center, TimeProvider time, HttpContext context) => Read(center, time, context).Operators).WithSummary("Operators at this moment.");
    }

    static BoardState Read(CallCenterService center, TimeProvider time, HttpContext context) => BoardReader.Read(center.Current, time.GetUtcNow()).SeenBy(context.Visitor());
}
