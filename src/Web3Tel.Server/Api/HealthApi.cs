using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Api;

/// <summary>For whoever monitors us: whether the process lives, and whether it can serve callers and remember what happens.</summary>
static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => new Health("live", []));
        routes.MapGet("/health/ready", (CallCenterService center, SwitchWatch @switch) => Ready(center, @switch));
    }

    static IResult Ready(CallCenterService center, SwitchWatch @switch)
    {
        var problems = new Dictionary<string, string?> { ["storage"] = center.StorageTrouble, ["switch"] = @switch.Trouble }
            .Where(problem => problem.Value is not null)
            .Select(problem => new HealthProblem(problem.Key, problem.Value!))
            .ToArray();
        return problems.Length == 0
            ? TypedResults.Ok(new Health("ready", problems))
            : TypedResults.Json(new Health("notReady", problems), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The answer.</summary>
    /// <param name="Status"><c>live</c>, <c>ready</c> or <c>notReady</c>.</param>
    /// <param name="Problems">What is wrong, when not ready.</param>
    sealed record Health(string Status, IReadOnlyList<HealthProblem> Problems);

    /// <summary>One thing that is wrong.</summary>
    /// <param name="Part"><c>storage</c> or <c>switch</c>.</param>
    /// <param name="Why">In plain words.</param>
    sealed record HealthProblem(string Part, string Why);
}
