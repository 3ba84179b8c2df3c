namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>How phones are named between FreeSWITCH and the call center.</summary>
static class Phone
{
    const string Prefix = "user/";

    /// <summary>The phone of a user of the directory, as it is dialled.</summary>
    public static string Of(string user) => Prefix + user;

    /// <summary>The user whose phone is dialled so; null when it is no user's of the directory.</summary>
    public static string? UserOf(string destination) =>
        destination.StartsWith(Prefix, StringComparison.Ordinal) ? destination[Prefix.Length..].Split('@')[0] : null;

    /// <summary>The phone whose channel it is by its presence id (<c>1001@domain</c>); null for a channel that is nobody's.</summary>
    public static string? OfPresence(string? id) => id?.Split('@')[0] is { Length: > 0 } user ? Of(user) : null;
}
