using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>Who commanded what.</summary>
static class AuditApi
{
    /// <summary>Newest first, as far back as the state reaches; the journal has the rest.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/audit", (CallCenterService center) => center.Current.Audit.Values.Reverse())
            .WithSummary("The last commands obeyed, newest first: who, to whom, what.");
}
