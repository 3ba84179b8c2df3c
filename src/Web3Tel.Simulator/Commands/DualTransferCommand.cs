using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Commands;

/// <summary><c>uuid_dual_transfer</c>: parts two that are bridged and sends each to a place of its own.</summary>
static class DualTransferCommand
{
    const string Inline = "/inline";

    public static string Run(SimulatedFreeSwitch freeSwitch, string argument)
    {
        if (argument.Split(' ') is not [var id, var first, var second])
        {
            return "-USAGE: <uuid> <A-dest-exten>[/<A-dialplan>][/<A-context>] <B-dest-exten>[/<B-dialplan>][/<B-context>]\n";
        }

        if (freeSwitch.Channels.Find(id) is not { } channel)
        {
            return "-ERR No such channel!\n";
        }

        if (channel.Bridge is { IsJoined: true } bridge)
        {
            var other = bridge.Other(channel);
            bridge.Part();
            Transfer(other, second);
        }

        Transfer(channel, first);
        return "+OK\n";
    }

    /// <summary>Each is in the thread of its bridge, and sees it with the next frame: who is hung up at once never gets there.</summary>
    static void Transfer(Channel channel, string to)
    {
        var frame = channel.Switch.Options.FrameTime;
        if (to.EndsWith(Inline, StringComparison.Ordinal))
        {
            Lifecycle.Transfer(channel, to[..^Inline.Length], InlineDialplan.Name, frame);
            return;
        }

        var parts = to.Split('/');
        Lifecycle.Transfer(channel, parts[0], parts.ElementAtOrDefault(1), frame);
    }
}
