namespace Web3Tel.EventSocket.Messages;

/// <summary>The bytes of one event as they came. Nothing is decoded before it is asked for.</summary>
abstract class EventText
{
    /// <summary>The decoded value of the first header with that name, or null.</summary>
    public abstract string? Find(string name);

    /// <summary>Every header in its order, those that occur twice twice.</summary>
    public abstract IEnumerable<KeyValuePair<string, string>> Headers();

    /// <summary>The event's own body, or null.</summary>
    public abstract string? Body();
}
