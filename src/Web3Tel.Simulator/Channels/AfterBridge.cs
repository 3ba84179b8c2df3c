using Web3Tel.Simulator.Applications;

namespace Web3Tel.Simulator.Channels;

/// <summary>Where the leg that is left goes when the other has hung up.</summary>
static class AfterBridge
{
    public static void GoOn(Channel channel, string cause)
    {
        channel.Bridge = null;
        if (channel.Variables["hangup_after_bridge"] == "explicit")
        {
            HangingUp.Hangup(channel, cause);
        }
        else if (channel.Variables.IsTrue("park_after_bridge"))
        {
            Park(channel);
        }
        else if (channel.Variables["transfer_after_bridge"] is { } target)
        {
            channel.Variables["transfer_after_bridge"] = null;
            Lifecycle.Transfer(channel, target.Split(':')[0]);
        }
        else if (channel.Variables.IsTrue("hangup_after_bridge"))
        {
            HangingUp.Hangup(channel, cause);
        }
        else
        {
            Lifecycle.Execute(channel);
        }
    }

    /// <summary>By its state: no application is executed.</summary>
    public static void Park(Channel channel)
    {
        channel.Bridge = null;
        channel.Dialplan = null;
        channel.State = ChannelState.Park;
        channel.Run(ChannelState.Park);
        channel.Execution.RunState(new ParkApplication { IsTold = false }, () => Lifecycle.Next(channel));
    }

    /// <summary>
    /// The other leg was gone before they met. Only the leg that was to be bridged to it (the originator) has a chance to go on.
    /// </summary>
    public static void NeverMet(Channel channel, Channel other, bool isOriginator)
    {
        if (isOriginator && channel.Variables["transfer_after_bridge"] is { } target)
        {
            channel.Variables["transfer_after_bridge"] = null;
            Lifecycle.Transfer(channel, target.Split(':')[0]);
        }
        else if (isOriginator && other.Variables["rdnis"] is { } extension)
        {
            Lifecycle.Transfer(channel, extension);
        }
        else
        {
            HangingUp.Hangup(channel, Cause.DestinationOutOfOrder);
        }
    }
}
