using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>The call center at this moment.</summary>
static class LiveApi
{
    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/calls", (CallCenterService center, TimeProvider time) => Read(center, time).Calls);
        routes.MapGet("/api/queues", (CallCenterService center, TimeProvider time) => Read(center, time).Queues);
        routes.MapGet("/api/operators", (CallCenterService center, TimeProvider time) => Read(center, time).Operators);
    }

    static BoardState Read(CallCenterService center, TimeProvider time) => BoardReader.Read(center.Current, time.GetUtcNow());
}
