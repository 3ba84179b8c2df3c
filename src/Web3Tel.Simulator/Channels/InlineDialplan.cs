namespace Web3Tel.Simulator.Channels;

/// <summary>A dialplan in the destination itself: <c>app:data,app:data</c>, or <c>m:^:app:data^app:data</c> with a separator of its own.</summary>
static class InlineDialplan
{
    public const string Name = "inline";

    public static IEnumerable<DialplanAction> Read(string destination)
    {
        var (separator, actions) = destination is ['m', ':', var own, ':', .. var rest] ? (own, rest) : (',', destination);
        return actions.Split(separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(action => action.Split(':', 2))
            .Select(action => new DialplanAction(action[0], action.ElementAtOrDefault(1) ?? ""));
    }
}
