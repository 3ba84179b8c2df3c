using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>How a call comes to be heard and answered.</summary>
static class Answering
{
    public static void Answer(Channel channel)
    {
        if (channel.IsAnswered || !channel.IsUp)
        {
            return;
        }

        if (!channel.HasEarlyMedia)
        {
            SipVariables.LocalMediaUp(channel);
        }

        channel.IsAnswered = true;
        channel.Profile = channel.Profile with { Answered = channel.Switch.MicroNow };
        channel.Fire(EventKind.Answer);
        channel.Set(CallState.Active);
        channel.Variables["endpoint_disposition"] = "ANSWER";
        channel.Party.Answered(channel);
        channel.Switch.After(channel.Switch.Options.AckDelay, () =>
        {
            if (channel.IsUp)
            {
                SipVariables.Acknowledged(channel);
            }
        });
    }

    /// <summary>Sound before the answer goes as early media.</summary>
    public static void EnsureMedia(Channel channel)
    {
        if (channel.IsAnswered || channel.HasEarlyMedia || !channel.IsReady || !channel.IsInbound)
        {
            return;
        }

        SipVariables.LocalMediaUp(channel);
        channel.HasEarlyMedia = true;
        channel.Profile = channel.Profile with { ProgressMedia = channel.Switch.MicroNow };
        channel.Fire(EventKind.ProgressMedia);
        channel.Set(CallState.Early);
        channel.Variables["endpoint_disposition"] = "EARLY MEDIA";
    }
}
