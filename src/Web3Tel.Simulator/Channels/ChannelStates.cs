namespace Web3Tel.Simulator.Channels;

static class ChannelStates
{
    /// <summary>The name in <c>Channel-State</c>.</summary>
    public static string Name(this ChannelState state) => state switch
    {
        ChannelState.New => "CS_NEW",
        ChannelState.Init => "CS_INIT",
        ChannelState.Routing => "CS_ROUTING",
        ChannelState.SoftExecute => "CS_SOFT_EXECUTE",
        ChannelState.Execute => "CS_EXECUTE",
        ChannelState.ExchangeMedia => "CS_EXCHANGE_MEDIA",
        ChannelState.Park => "CS_PARK",
        ChannelState.ConsumeMedia => "CS_CONSUME_MEDIA",
        ChannelState.Hibernate => "CS_HIBERNATE",
        ChannelState.Reset => "CS_RESET",
        ChannelState.Hangup => "CS_HANGUP",
        ChannelState.Reporting => "CS_REPORTING",
        ChannelState.Destroy => "CS_DESTROY",
        ChannelState.None => "CS_NONE",
    };

    /// <summary>The name in <c>Channel-Call-State</c>.</summary>
    public static string Name(this CallState state) => state switch
    {
        CallState.Down => "DOWN",
        CallState.Dialing => "DIALING",
        CallState.Ringing => "RINGING",
        CallState.Early => "EARLY",
        CallState.Active => "ACTIVE",
        CallState.Held => "HELD",
        CallState.RingWait => "RING_WAIT",
        CallState.Hangup => "HANGUP",
    };
}
