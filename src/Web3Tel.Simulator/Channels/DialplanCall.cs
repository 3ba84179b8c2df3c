namespace Web3Tel.Simulator.Channels;

/// <summary>What a dialplan may look at while it decides: the call, and the switch's hash.</summary>
public sealed class DialplanCall
{
    readonly Channel channel;

    internal DialplanCall(Channel channel) => this.channel = channel;

    /// <summary>The number dialled.</summary>
    public string Destination => channel.Profile.Destination;

    public string Context => channel.Profile.Context;

    /// <summary>Whether the number dialled is an operator's telephone.</summary>
    public bool IsToOperator => channel.Switch.Subscribers.Find(Destination) is not null;

    /// <summary>The caller's number.</summary>
    public string Caller => channel.Profile.CallerIdNumber;

    /// <summary>A channel variable, or null.</summary>
    public string? Variable(string name) => channel.Variables[name];

    /// <summary>Notes what a condition such as <c>^(\d+)$</c> has matched, as the dialplan does.</summary>
    public void MatchedDestination() => Set("DP_MATCH", $"{ChannelVariables.ArrayPrefix}{Destination}|:{Destination}");

    /// <summary>Sets a channel variable without executing anything, as <c>inline="true"</c> does.</summary>
    public void Set(string name, string value) => channel.Variables[name] = value;

    /// <summary>How old a time in seconds since 1970 is that somebody has put into the hash; very old when nobody has.</summary>
    public TimeSpan AgeOf(string realm, string key) =>
        channel.Switch.Hash.TryGetValue($"{realm}_{key}", out var text) && long.TryParse(text, out var seconds)
            ? channel.Switch.Now - DateTimeOffset.FromUnixTimeSeconds(seconds)
            : TimeSpan.MaxValue;
}
