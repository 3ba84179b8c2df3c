using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Listeners;

/// <summary>The answer to <c>connect</c>: all of the channel as headers, the reply among them and encoded like them.</summary>
sealed class ConnectReply(Channel channel, bool async, bool full) : SwitchEvent(EventKind.Data)
{
    public override void Write(IHeaderSink sink)
    {
        channel.Profile.Write(sink, ProfileHeaders.Channel);
        ChannelHeaders.Write(channel, sink, variables: true);
        sink.Add("Content-Type"u8, "command/reply");
        sink.Add("Reply-Text"u8, "+OK\n");
        sink.Add("Socket-Mode"u8, async ? "async" : "static");
        sink.Add("Control"u8, full ? "full" : "single-channel");
    }
}
