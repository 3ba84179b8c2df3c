using System.Globalization;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Messages;

/// <summary>
/// One event. Its headers are found when asked for; the same message is given to every subscriber and can be read
/// from any thread.
/// </summary>
public sealed class EventMessage
{
    const string VariablePrefix = "variable_";
    const int NotRead = -1;

    readonly EventText text;
    int eventName = NotRead;
    IReadOnlyList<KeyValuePair<string, string>>? headers;

    EventMessage(EventText text) => this.text = text;

    /// <summary>The event's name, or <see cref="EventName.Unknown"/> for one that this version does not know.</summary>
    public EventName EventName
    {
        get
        {
            if (eventName == NotRead)
            {
                eventName = (int)EventNames.Parse(RawEventName);
            }

            return (EventName)eventName;
        }
    }

    /// <summary>The event's name as it came, such as <c>CHANNEL_ANSWER</c>.</summary>
    public string RawEventName => this[HeaderNames.EventName] ?? "";

    /// <summary>What kind of <c>CUSTOM</c> event this is, such as <c>sofia::register</c>.</summary>
    public string? Subclass => this[HeaderNames.EventSubclass];

    /// <summary>The channel that the event is about, or null.</summary>
    public string? Uuid => this[HeaderNames.UniqueId];

    /// <summary>When it happened, by FreeSWITCH's clock.</summary>
    public DateTimeOffset? Timestamp =>
        long.TryParse(this[HeaderNames.EventDateTimestamp], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            ? DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds)
            : null;

    /// <summary>Why the channel ended, or null while it lives.</summary>
    public HangupCause? HangupCause => HangupCauses.Parse(this[HeaderNames.HangupCause]);

    /// <summary>The event's own body, or null.</summary>
    public string? Body => text.Body();

    /// <summary>Every header in its order; a name can occur twice. They are kept as long as the message: ask for those you need by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => headers ??= [.. text.Headers()];

    /// <summary>The channel variables, without their prefix.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables => text.Headers()
        .Where(header => header.Key.StartsWith(VariablePrefix, StringComparison.Ordinal))
        .Select(header => KeyValuePair.Create(header.Key[VariablePrefix.Length..], header.Value));

    /// <summary>The decoded value of the first header with that name: null without it, empty when it has no value.</summary>
    public string? this[string header] => text.Find(header);

    /// <summary>The value of a channel variable, or null.</summary>
    public string? GetVariable(string name) => this[VariablePrefix + name];

    /// <summary>The values of a header that may hold several; none without it.</summary>
    public IReadOnlyList<string> GetArray(string header) => EventArray.Read(this[header]);

    public override string ToString() => $"{RawEventName} {Uuid}";

    internal static EventMessage Plain(ReadOnlySpan<byte> bytes) => new(new PlainEventText(Copy(bytes)));

    internal static EventMessage Json(ReadOnlySpan<byte> bytes) => new(new JsonEventText(Copy(bytes)));

    /// <summary>An event frame's event.</summary>
    internal static EventMessage From(Frame frame) =>
        frame.ContentType == ContentType.EventJson ? Json(frame.Body) : Plain(frame.Body);

    static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }
}
