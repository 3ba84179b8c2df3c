namespace Web3Tel.Simulator.Events;

/// <summary>An event as it is fired. It is written out at once, because a channel's headers change with the channel.</summary>
abstract class SwitchEvent(EventKind kind)
{
    public EventKind Kind => kind;

    /// <summary>The channel it belongs to, if any.</summary>
    public virtual string? ChannelId => null;

    /// <summary>The channel whose connection asked for it, as with the result of a bgapi.</summary>
    public virtual string? OwnerId => null;

    /// <summary>What follows the headers every event begins with.</summary>
    public abstract void Write(IHeaderSink sink);
}
