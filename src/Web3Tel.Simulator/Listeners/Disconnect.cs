using Web3Tel.Simulator.Applications;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Listeners;

/// <summary>What the end of a connection means to the other end and to the call it was made for.</summary>
static class Disconnect
{
    const string Goodbye = "Disconnected, goodbye.\nSee you at ClueCon! http://www.cluecon.com/\n";

    public static string Notice(Channel? channel) =>
        channel is null
            ? $"Content-Type: text/disconnect-notice\nContent-Length: {Goodbye.Length}\n\n{Goodbye}"
            : $"Content-Type: text/disconnect-notice\nControlled-Session-UUID: {channel.Id}\nContent-Disposition: disconnect\nContent-Length: {Goodbye.Length}\n\n{Goodbye}";

    /// <summary>
    /// With <c>socket_resume</c> the channel is reset, which breaks off what plays and cuts a conversation. Without it
    /// only the parking ends: what plays goes on, and a conversation does.
    /// </summary>
    public static void Release(Channel channel, Listener listener, SocketApplication application)
    {
        if (channel.Controller == listener)
        {
            channel.Controller = null;
        }

        if (!channel.IsUp)
        {
            // Another one that lingers holds the channel.
            if (channel.Controller is null && channel.State == ChannelState.Reporting && channel.Running == ChannelState.Reporting)
            {
                HangingUp.Destroy(channel);
            }

            return;
        }

        if ((listener.Resumes || channel.Variables.IsTrue("socket_resume")) && channel.State is ChannelState.Execute or ChannelState.SoftExecute)
        {
            channel.State = ChannelState.Reset;
            if (channel.Bridge is { IsJoined: true } bridge)
            {
                bridge.Cut(channel);
            }
            else
            {
                channel.Execution.Wake();
            }
        }

        application.Disconnected();
    }
}
