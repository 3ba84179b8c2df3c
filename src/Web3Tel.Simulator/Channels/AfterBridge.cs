namespace Web3Tel.Simulator.Channels;

/// <summary>Where the leg that is left goes when the other has hung up.</summary>
static class AfterBridge
{
    public static void GoOn(Channel channel, string cause)
    {
        channel.Bridge = null;
        if (channel.Variables.IsTrue("park_after_bridge"))
        {
            channel.Dialplan = ((IEnumerable<DialplanAction>)[new DialplanAction("park")]).GetEnumerator();
            Lifecycle.Execute(channel);
        }
        else if (channel.Variables["transfer_after_bridge"] is { } target)
        {
            channel.Variables["transfer_after_bridge"] = null;
            Lifecycle.Transfer(channel, target.Split(':')[0]);
        }
        else if (channel.Variables.IsTrue("hangup_after_bridge") || channel.Variables["hangup_after_bridge"] == "explicit")
        {
            HangingUp.Hangup(channel, cause);
        }
        else
        {
            Lifecycle.Execute(channel);
        }
    }
}
