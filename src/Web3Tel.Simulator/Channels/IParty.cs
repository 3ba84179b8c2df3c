namespace Web3Tel.Simulator.Channels;

/// <summary>Who is at the other end of a channel: a caller's telephone, an operator's.</summary>
interface IParty
{
    /// <summary>FreeSWITCH has answered this party's call.</summary>
    void Answered(Channel channel);

    void Bridged(Channel channel);

    void Unbridged(Channel channel);

    void HungUp(Channel channel, string cause);

    /// <summary>The beep is over: what this party says from now on is being recorded.</summary>
    void RecordingBegan(Channel channel)
    {
    }

    void RecordingEnded(Channel channel)
    {
    }

    /// <summary>Since when, or from when on, nothing is to be heard from this party; null for one who goes on speaking.</summary>
    DateTimeOffset? SilentFrom => null;
}
