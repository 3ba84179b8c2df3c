using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>A channel's way from its arrival through the dialplan.</summary>
static class Lifecycle
{
    /// <summary>An INVITE has come in.</summary>
    public static void Arrive(Channel channel, CallerProfile profile, string displayName)
    {
        channel.HitDialplan = true;
        channel.Run(ChannelState.New);
        channel.Profile = profile;
        SipVariables.Invite(channel, profile, displayName, channel.Switch.Channels.Created);
        CodecsUp(channel);
        channel.State = ChannelState.Init;
        channel.Run(ChannelState.Init);
        channel.State = ChannelState.Routing;
        channel.Fire(EventKind.Create);
        channel.RunSilently(ChannelState.Routing);
        channel.Set(CallState.Ringing);
        Route(channel);
    }

    /// <summary>Looks for the destination in the dialplan and begins with its first action.</summary>
    public static void Route(Channel channel)
    {
        channel.State = ChannelState.Routing;
        channel.Run(ChannelState.Routing);
        var options = channel.Switch.Options;
        var call = new DialplanCall(channel);
        var actions = channel.Profile.Dialplan == InlineDialplan.Name
            ? InlineDialplan.Read(channel.Profile.Destination)
            : options.Dialplan?.Invoke(call) ?? SurvivalDialplan.For(call, options);
        channel.Dialplan = actions.GetEnumerator();
        Execute(channel);
    }

    public static void Execute(Channel channel)
    {
        channel.State = ChannelState.Execute;
        channel.Run(ChannelState.Execute);
        channel.Variables["call_uuid"] = channel.Id;
        Next(channel);
    }

    /// <summary>What ran on the channel has ended: on to wherever its state says.</summary>
    public static void Next(Channel channel)
    {
        if (!channel.IsUp)
        {
            Leave(channel);
        }
        else if (channel.State == ChannelState.Hibernate)
        {
            channel.Bridge!.Arrived(channel);
        }
        else if (channel.State == ChannelState.Routing)
        {
            Route(channel);
        }
        else if (channel.State == ChannelState.Reset)
        {
            channel.Run(ChannelState.Reset);
            Execute(channel);
        }
        else if (channel.Dialplan is { } dialplan && dialplan.MoveNext())
        {
            channel.Execution.Run(dialplan.Current.Application, dialplan.Current.Data, null, () => Next(channel));
        }
        else
        {
            HangingUp.Hangup(channel, Cause.NormalClearing);
        }
    }

    /// <summary>Takes the call out of whatever it does and to another number.</summary>
    /// <param name="dialplan">Which dialplan; null for the one it came from.</param>
    /// <param name="lookingUp">How long a channel on which nothing runs takes to see it.</param>
    public static void Transfer(Channel channel, string destination, string? dialplan = null, TimeSpan lookingUp = default)
    {
        channel.Profile = channel.Profile with
        {
            Destination = destination,
            Dialplan = dialplan ?? channel.Profile.Dialplan,
            Index = channel.Profile.Index + 1,
            Created = channel.Switch.MicroNow,
            Transferred = channel.Switch.MicroNow,
        };
        channel.State = ChannelState.Routing;
        if (channel.Bridge is { } bridge)
        {
            bridge.Leave(channel);
        }

        if (channel.Execution.IsIdle)
        {
            channel.Switch.After(lookingUp, () =>
            {
                // Meanwhile it may have been hung up, or taken elsewhere.
                if (channel.State == ChannelState.Routing && channel.Execution.IsIdle)
                {
                    Next(channel);
                }
            });
        }
        else
        {
            channel.Execution.Wake();
        }
    }

    public static void CodecsUp(Channel channel)
    {
        channel.HasCodecs = true;
        channel.Fire(
            EventKind.ReadCodec,
            Header.Of(HeaderName.ReadCodecName, "PCMU"),
            Header.Of(HeaderName.ReadCodecRate, "8000"),
            Header.Of(HeaderName.ReadCodecBitRate, "64000"));
        channel.Fire(
            EventKind.WriteCodec,
            Header.Of(HeaderName.WriteCodecName, "PCMU"),
            Header.Of(HeaderName.WriteCodecRate, "8000"),
            Header.Of(HeaderName.WriteCodecBitRate, "64000"));
    }

    static void Leave(Channel channel)
    {
        if (channel.Bridge is { } bridge)
        {
            bridge.LegHungUp(channel);
        }
        else
        {
            HangingUp.Conclude(channel);
        }
    }
}
