using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>What was missed, found by asking the switch, and put right.</summary>
static class RepairsApi
{
    public static void MapRepairs(this IEndpointRouteBuilder routes) => routes.MapGet("/api/repairs", (CallCenterService center) => Of(center.Current))
        .Produces<RepairCount[]>()
        .WithSummary("How often something was found not to be as believed, by kind, and put right; since there is a journal.");

    static RepairCount[] Of(CallCenter state) => [.. Enum.GetValues<Repair>().Select(what => new RepairCount(what, state.Repairs.GetValueOrDefault(what)))];
}
