using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>Keys that a party presses. The event comes when an application reads the key, not when it is pressed.</summary>
static class KeyPresses
{
    const string Duration = "2080";

    public static void Press(Channel channel, char key)
    {
        if (channel.IsUp)
        {
            channel.Keys.Enqueue(key);
            channel.Execution.Wake();
        }
    }

    public static void Read(Channel channel, char key)
    {
        channel.DigitsDialed += key;
        Header[] headers =
        [
            Header.Of(HeaderName.DtmfDigit, $"{key}"),
            Header.Of(HeaderName.DtmfDuration, Duration),
            Header.Of(HeaderName.DtmfSource, "RTP"),
        ];
        if (channel is { DivertsEvents: true, Controller: { } controller })
        {
            // A diverted event goes to the controlling connection alone, when that looks up again.
            channel.Switch.After(TimeSpan.Zero, () =>
                channel.Switch.Events.SendTo(controller, new ChannelEvent(EventKind.Dtmf, channel, [], headers)));
        }
        else
        {
            channel.Fire(EventKind.Dtmf, headers);
        }
    }
}
