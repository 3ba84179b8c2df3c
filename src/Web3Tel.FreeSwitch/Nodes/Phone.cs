namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>How phones are named between FreeSWITCH and the call center.</summary>
static class Phone
{
    /// <summary>The phone of a user of the directory, as it is dialled.</summary>
    public static string Of(string user) => $"user/{user}";

    /// <summary>The phone whose channel it is by its presence id (<c>1001@domain</c>); null for a channel that is nobody's.</summary>
    public static string? OfPresence(string? id) => id?.Split('@')[0] is { Length: > 0 } user ? Of(user) : null;
}
