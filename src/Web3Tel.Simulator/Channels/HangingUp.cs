using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>The end of a channel, from the first word of it to the last event.</summary>
static class HangingUp
{
    /// <summary>Ends the channel from our side, or carries out the end that its party has made.</summary>
    public static void Hangup(Channel channel, string cause)
    {
        if (!channel.IsUp)
        {
            return;
        }

        if (channel.Bridge is { IsJoined: true } bridge)
        {
            channel.Variables["last_bridge_role"] = bridge.Originator == channel ? "originator" : "originatee";
        }

        channel.State = ChannelState.Hangup;
        channel.HangupCause = cause;
        channel.Fire(EventKind.Hangup);
        channel.Party.HungUp(channel, cause);
        channel.Controller?.ChannelHungUp();
        if (!channel.Execution.IsIdle)
        {
            channel.Execution.Wake();
        }
        else if (channel.Bridge is { } broken)
        {
            channel.Switch.After(TimeSpan.Zero, () => broken.LegHungUp(channel));
        }
        else
        {
            channel.Switch.After(TimeSpan.Zero, () => Conclude(channel));
        }
    }

    /// <summary>The party puts the receiver down: CANCEL before the answer, BYE after it.</summary>
    public static void ByParty(Channel channel)
    {
        if (!channel.IsUp)
        {
            return;
        }

        var variables = channel.Variables;
        if (!channel.IsAnswered)
        {
            variables["sip_hangup_disposition"] = "recv_cancel";
            variables["sip_invite_failure_status"] = "487";
            variables["sip_invite_failure_phrase"] = "CANCEL";
            variables["sip_reason"] = "SIP;cause=487;text=\"ORIGINATOR_CANCEL\"";
            variables["sip_term_status"] = "487";
            variables["proto_specific_hangup_cause"] = "sip:487";
            variables["sip_term_cause"] = "487";
            Hangup(channel, Cause.OriginatorCancel);
            return;
        }

        variables["sip_reason"] = "Q.850;cause=16;text=\"NORMAL_CLEARING\"";
        variables["sip_term_status"] = "200";
        variables["proto_specific_hangup_cause"] = "sip:200";
        variables["sip_term_cause"] = "16";
        Hangup(channel, Cause.NormalClearing);
        variables["sip_user_agent"] = SipVariables.UserAgent;
        variables["sip_hangup_disposition"] = "recv_bye";
    }

    /// <summary>All that ran on the channel has ended: its last states and events.</summary>
    public static void Conclude(Channel channel)
    {
        if (channel.State != ChannelState.Hangup)
        {
            return;
        }

        channel.Run(ChannelState.Hangup);
        foreach (var path in channel.Recordings.Paths)
        {
            RecordingSession.Stop(channel, path);
        }

        channel.Set(CallState.Hangup);
        channel.State = ChannelState.Reporting;
        channel.Profile = channel.Profile with { HungUp = channel.Switch.MicroNow };
        channel.Run(ChannelState.Reporting);
        FinalVariables.Set(channel);
        channel.Fire(EventKind.HangupComplete, [Header.Of(HeaderName.HangupCause, channel.HangupCause!)], []);
        if (channel.Controller is { } lingering)
        {
            lingering.ChannelConcluded();
        }
        else
        {
            Destroy(channel);
        }
    }

    /// <summary>Nothing holds the channel any more. A lingering connection does: until it ends the channel is still shown.</summary>
    public static void Destroy(Channel channel)
    {
        channel.State = ChannelState.Destroy;
        channel.Fire(EventKind.Destroy);
        channel.Run(ChannelState.Destroy);
        channel.Switch.Channels.Remove(channel);
    }
}
