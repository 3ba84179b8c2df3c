namespace Web3Tel.Server.Api;

/// <summary>Whether the service can do what it is for.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>notReady</c>.</param>
/// <param name="Problems">What is wrong, when not ready.</param>
sealed record Health(string Status, IReadOnlyList<Health.Problem> Problems)
{
    public static Health Of(string? storageTrouble, string? switchTrouble)
    {
        Problem[] problems = [.. Wrong("storage", storageTrouble), .. Wrong("switch", switchTrouble)];
        return new Health(problems is [] ? "ready" : "notReady", problems);
    }

    static IEnumerable<Problem> Wrong(string part, string? why) => why is null ? [] : [new Problem(part, why)];

    /// <summary>One thing that is wrong.</summary>
    /// <param name="Part"><c>storage</c> or <c>switch</c>.</param>
    /// <param name="Why">In plain words.</param>
    public sealed record Problem(string Part, string Why);
}
