using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>The headers every event of a channel has, in FreeSWITCH's order.</summary>
static class ChannelHeaders
{
    public static void Write(Channel channel, IHeaderSink sink, bool variables)
    {
        sink.Add("Channel-State"u8, channel.Running.Name());
        sink.Add("Channel-Call-State"u8, channel.CallState.Name());
        sink.Add("Channel-State-Number"u8, (long)channel.State);
        sink.Add("Channel-Name"u8, channel.Name);
        sink.Add("Unique-ID"u8, channel.Id);
        sink.Add("Call-Direction"u8, channel.Direction);
        sink.Add("Presence-Call-Direction"u8, channel.Direction);
        sink.Add("Channel-HIT-Dialplan"u8, channel.HitDialplan ? "true" : "false");
        if (channel.PresenceId is { } presence)
        {
            sink.Add("Channel-Presence-ID"u8, presence);
        }

        sink.Add("Channel-Call-UUID"u8, channel.Variables["call_uuid"] ?? channel.Id);
        sink.Add("Answer-State"u8, AnswerState(channel));
        if (channel.HangupCause is { } cause)
        {
            sink.Add("Hangup-Cause"u8, cause);
        }

        if (channel.HasCodecs)
        {
            var recording = channel.ReadsLinear;
            sink.Add("Channel-Read-Codec-Name"u8, recording ? "L16" : "PCMU");
            sink.Add("Channel-Read-Codec-Rate"u8, 8000);
            sink.Add("Channel-Read-Codec-Bit-Rate"u8, recording ? 128_000 : 64_000);
            sink.Add("Channel-Write-Codec-Name"u8, "PCMU");
            sink.Add("Channel-Write-Codec-Rate"u8, 8000);
            sink.Add("Channel-Write-Codec-Bit-Rate"u8, 64_000);
        }

        if (!channel.HasProfile)
        {
            return;
        }

        sink.Add(channel.Profile, ProfileHeaders.Caller);
        if (channel.OtherLeg is { } other)
        {
            sink.Add("Other-Type"u8, channel.OtherLegIsOriginator ? "originator" : "originatee");
            sink.Add(other, ProfileHeaders.OtherLeg);
        }

        if (variables)
        {
            sink.Add(channel.Variables);
        }
    }

    static string AnswerState(Channel channel) => channel switch
    {
        { HangupCause: not null } => "hangup",
        { IsAnswered: true } => "answered",
        { HasEarlyMedia: true } => "early",
        _ => "ringing",
    };
}
