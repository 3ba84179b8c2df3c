using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>The gateways to providers, as FreeSWITCH has them.</summary>
static class GatewaysApi
{
    public static void MapGateways(this IEndpointRouteBuilder routes) => routes.MapGet("/api/gateways", (GatewayWatch watch) => Of(watch))
        .Produces<Shown[]>()
        .WithSummary("Gateways to providers of every FreeSWITCH, as they are at this moment; none of one that cannot be asked.");

    static Shown[] Of(GatewayWatch watch) =>
        [.. from node in watch.Now from gateway in node.All ?? [] select new Shown(node.Node, gateway.Name, gateway.Profile, gateway.Proxy, gateway.State, gateway.IsReached, gateway.IsWell)];

    /// <summary>A gateway.</summary>
    /// <param name="Node">The FreeSWITCH that has it.</param>
    /// <param name="Name">As LineOut names it.</param>
    /// <param name="Profile">The SIP profile it belongs to.</param>
    /// <param name="Proxy">Where it calls.</param>
    /// <param name="State">In FreeSWITCH's own word, such as NOREG, REGED or FAIL_WAIT.</param>
    /// <param name="IsReached">Whether the provider answers, as far as FreeSWITCH asks.</param>
    /// <param name="IsWell">Whether calls can go out.</param>
    internal sealed record Shown(string Node, string Name, string Profile, string Proxy, string State, bool IsReached, bool IsWell);
}
