using System.Collections.Frozen;

namespace Web3Tel.EventSocket.Messages;

/// <summary>Between <see cref="EventName"/> and the names on the wire, such as <c>CHANNEL_ANSWER</c>.</summary>
public static class EventNames
{
    static readonly FrozenDictionary<EventName, string> Written = Enum.GetValues<EventName>()
        .Where(name => name != EventName.Unknown)
        .ToFrozenDictionary(name => name, Write);

    static readonly FrozenDictionary<string, EventName>.AlternateLookup<ReadOnlySpan<char>> Read =
        Written.ToFrozenDictionary(pair => pair.Value, pair => pair.Key).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name on the wire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name is <see cref="EventName.Unknown"/>.</exception>
    public static string ToWire(this EventName name) => Written.TryGetValue(name, out var written)
        ? written
        : throw new ArgumentOutOfRangeException(nameof(name), name, "This event has no name on the wire.");

    /// <summary>The event with that name on the wire, or <see cref="EventName.Unknown"/>.</summary>
    public static EventName Parse(ReadOnlySpan<char> name) => Read.TryGetValue(name, out var known) ? known : EventName.Unknown;

    // Where FreeSWITCH writes two words as one.
    static string Write(EventName name) => name switch
    {
        EventName.ReloadXml => "RELOADXML",
        EventName.NoTalk => "NOTALK",
        EventName.ChannelCallState => "CHANNEL_CALLSTATE",
        _ => WireName.FromPascalCase(name.ToString()),
    };
}
