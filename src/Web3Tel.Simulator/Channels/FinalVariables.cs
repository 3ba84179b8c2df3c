using System.Globalization;

namespace Web3Tel.Simulator.Channels;

/// <summary>The variables a channel has at its end, from which call records are made, in FreeSWITCH's order.</summary>
static class FinalVariables
{
    static readonly ChannelVariables.Variable[] Unheld = Constants(
        ("last_hold_epoch", "0"), ("last_hold_uepoch", "0"), ("hold_accum_seconds", "0"), ("hold_accum_usec", "0"), ("hold_accum_ms", "0"),
        ("resurrect_epoch", "0"), ("resurrect_uepoch", "0"), ("progress_epoch", "0"), ("progress_uepoch", "0"),
        ("progress_media_epoch", "0"), ("progress_media_uepoch", "0"));

    static readonly ChannelVariables.Variable[] Quality = Constants(
        ("rtp_audio_in_jitter_packet_count", "0"), ("rtp_audio_in_dtmf_packet_count", "0"), ("rtp_audio_in_cng_packet_count", "0"),
        ("rtp_audio_in_flush_packet_count", "0"), ("rtp_audio_in_largest_jb_size", "0"), ("rtp_audio_in_jitter_min_variance", "0.00"),
        ("rtp_audio_in_jitter_max_variance", "0.00"), ("rtp_audio_in_jitter_loss_rate", "0.00"), ("rtp_audio_in_jitter_burst_rate", "0.00"),
        ("rtp_audio_in_mean_interval", "0.00"), ("rtp_audio_in_flaw_total", "0"), ("rtp_audio_in_quality_percentage", "100.00"),
        ("rtp_audio_in_mos", "4.50"), ("rtp_audio_out_raw_bytes", "0"), ("rtp_audio_out_media_bytes", "0"),
        ("rtp_audio_out_packet_count", "0"), ("rtp_audio_out_media_packet_count", "0"), ("rtp_audio_out_skip_packet_count", "0"),
        ("rtp_audio_out_dtmf_packet_count", "0"), ("rtp_audio_out_cng_packet_count", "0"), ("rtp_audio_rtcp_packet_count", "0"),
        ("rtp_audio_rtcp_octet_count", "0"));

    public static void Set(Channel channel)
    {
        var variables = channel.Variables;
        var profile = channel.Profile;
        variables["hangup_cause"] = channel.HangupCause;
        variables["hangup_cause_q850"] = Number(Cause.Q850(channel.HangupCause!));
        variables["digits_dialed"] = channel.DigitsDialed.Length > 0 ? channel.DigitsDialed : "none";
        Stamp("start", profile.ChannelCreated);
        Stamp("profile_start", profile.Created);
        Stamp("answer", profile.Answered);
        Stamp("bridge", profile.Bridged);
        Stamp("end", profile.HungUp);
        Epoch("start", profile.ChannelCreated);
        Epoch("profile_start", profile.Created);
        Epoch("answer", profile.Answered);
        Epoch("bridge", profile.Bridged);
        AddAll(Unheld);
        Epoch("end", profile.HungUp);
        variables["last_app"] = channel.LastApplication;
        variables["last_arg"] = channel.LastArgument;
        variables["caller_id"] = $"\"{profile.CallerIdName}\" <{profile.CallerIdNumber}>";
        Durations(variables, profile);
        if (channel.Variables["sip_hangup_disposition"] is null)
        {
            variables["sip_hangup_disposition"] = channel.IsAnswered ? "send_bye" : channel.IsInbound ? "send_refuse" : "send_cancel";
        }

        if (channel.IsAnswered)
        {
            Media();
        }

        void Stamp(string name, long time)
        {
            if (time > 0)
            {
                variables[$"{name}_stamp"] = DateTimeOffset.FromUnixTimeMilliseconds(time / 1000).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            }
        }

        void Epoch(string name, long time)
        {
            variables[$"{name}_epoch"] = Number(time / 1_000_000);
            variables[$"{name}_uepoch"] = Number(time);
        }

        void Media()
        {
            var skipped = (profile.HungUp - profile.Answered) / 20_000;
            foreach (var name in (ReadOnlySpan<string>)["raw_bytes", "media_bytes", "packet_count", "media_packet_count"])
            {
                variables[$"rtp_audio_in_{name}"] = "0";
            }

            variables["rtp_audio_in_skip_packet_count"] = Number(skipped);
            AddAll(Quality);
        }

        void AddAll(ChannelVariables.Variable[] constants)
        {
            foreach (var constant in constants)
            {
                variables.Set(constant);
            }
        }
    }

    static void Durations(ChannelVariables variables, CallerProfile profile)
    {
        var total = profile.HungUp - profile.ChannelCreated;
        var billed = profile.Answered > 0 ? profile.HungUp - profile.Answered : 0;
        var toAnswer = profile.Answered > 0 ? profile.Answered - profile.ChannelCreated : 0;
        var waited = profile.Bridged > 0 ? profile.Bridged - profile.ChannelCreated : 0;
        (string Unit, long Micros)[] units = [("", 1_000_000), ("m", 1000), ("u", 1)];
        foreach (var (unit, micros) in units)
        {
            var suffix = unit.Length == 0 ? "sec" : unit == "m" ? "msec" : "usec";
            variables[$"{unit}duration"] = Number(total / micros);
            variables[$"bill{suffix}"] = Number(billed / micros);
            variables[$"progress{suffix}"] = "0";
            variables[$"answer{suffix}"] = Number(toAnswer / micros);
            variables[$"wait{suffix}"] = Number(waited / micros);
            variables[$"progress_media{suffix}"] = "0";
            variables[$"flow_bill{suffix}"] = Number((billed > 0 ? total : 0) / micros);
        }
    }

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    static ChannelVariables.Variable[] Constants(params (string Name, string Value)[] constants) =>
        [.. constants.Select(constant => new ChannelVariables.Variable(constant.Name, constant.Value))];
}
