using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>What FreeSWITCH tells of a channel when it hands the call over (the reply to <c>connect</c>).</summary>
static class CallInfoMapping
{
    public static CallInfo Read(EventMessage channel, string node, DateTimeOffset now) => new(
        new CallRef(node, channel["Channel-Unique-ID"] ?? channel.Uuid ?? ""),
        channel["Channel-Caller-ID-Number"] ?? "",
        channel["Channel-Caller-ID-Name"] ?? "",
        channel["Channel-Destination-Number"] ?? "",
        Time(channel["Channel-Channel-Created-Time"]) ?? now,
        new ChannelVariables(channel));

    public static DialplanPlace Place(EventMessage channel) => new(
        channel["Channel-Destination-Number"] ?? "",
        channel["Channel-Dialplan"] ?? "XML",
        channel["Channel-Context"] ?? "public");

    static DateTimeOffset? Time(string? microseconds) =>
        long.TryParse(microseconds, out var value) && value > 0 ? DateTimeOffset.UnixEpoch.AddMicroseconds(value) : null;
}
