using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Events;

/// <summary>An event of a channel: what only this event says stands before or after the channel's own headers.</summary>
sealed class ChannelEvent(EventKind kind, Channel channel, Header[] before, Header[] after) : SwitchEvent(kind)
{
    public override string ChannelId => channel.Id;

    public override void Write(IHeaderSink sink)
    {
        foreach (var header in before)
        {
            sink.Add(header.Name, header.Value);
        }

        ChannelHeaders.Write(channel, sink, Kind.HasVariables);
        foreach (var header in after)
        {
            sink.Add(header.Name, header.Value);
        }
    }
}
