using System.Globalization;

namespace Web3Tel.Simulator.Channels;

/// <summary>The variables that mod_sofia gives a channel, in its order and at its moments.</summary>
static class SipVariables
{
    public const string UserAgent = "FreeSWITCH-mod_sofia/1.10.12-release+git~20240802T210227Z~a88d069d6f~64bit";

    const string Host = "127.0.0.1";

    static readonly ChannelVariables.Variable[] Network = Constants(
        ("sip_local_network_addr", Host), ("sip_network_ip", Host), ("sip_network_port", "5060"));

    static readonly ChannelVariables.Variable[] Received = Constants(
        ("sip_received_ip", Host), ("sip_received_port", "5060"), ("sip_via_protocol", "udp"));

    static readonly ChannelVariables.Variable[] Profile = Constants(
        ("sofia_profile_name", "internal"), ("sofia_profile_url", "sip:mod_sofia@127.0.0.1:5060"), ("recovery_profile_name", "internal"));

    static readonly ChannelVariables.Variable[] Contact = Constants(
        ("sip_contact_user", "mod_sofia"), ("sip_contact_port", "5060"), ("sip_contact_uri", "mod_sofia@127.0.0.1:5060"),
        ("sip_contact_host", Host), ("sip_user_agent", UserAgent), ("sip_via_host", Host), ("sip_via_rport", "5060"),
        ("max_forwards", "70"));

    static readonly ChannelVariables.Variable[] Media = Constants(
        ("ep_codec_string", "CORE_PCM_MODULE.PCMU@8000h@20i@64000b"), ("rtp_use_codec_string", "PCMU,PCMA"),
        ("remote_video_media_flow", "inactive"), ("remote_text_media_flow", "inactive"), ("remote_audio_media_flow", "sendrecv"),
        ("audio_media_flow", "sendrecv"), ("remote_media_ip", Host));

    /// <summary>What the answer to our own INVITE says of media.</summary>
    public static readonly ChannelVariables.Variable[] OutboundMedia = Constants(
        ("ep_codec_string", "CORE_PCM_MODULE.PCMU@8000h@20i@64000b"), ("rtp_use_codec_string", "PCMU"),
        ("remote_video_media_flow", "inactive"), ("remote_text_media_flow", "inactive"), ("remote_audio_media_flow", "sendrecv"));

    public static readonly ChannelVariables.Variable[] Codecs = Constants(
        ("rtp_audio_recv_pt", "0"), ("rtp_use_codec_name", "PCMU"), ("rtp_use_codec_rate", "8000"), ("rtp_use_codec_ptime", "20"),
        ("rtp_use_codec_channels", "1"), ("rtp_last_audio_codec_string", "PCMU@8000h@20i@1c"), ("read_codec", "PCMU"),
        ("original_read_codec", "PCMU"), ("read_rate", "8000"), ("original_read_rate", "8000"), ("write_codec", "PCMU"),
        ("write_rate", "8000"), ("dtmf_type", "rfc2833"));

    static readonly ChannelVariables.Variable VideoOff = new("video_media_flow", "disabled");
    static readonly ChannelVariables.Variable TextOff = new("text_media_flow", "disabled");
    static readonly ChannelVariables.Variable Allow =
        new("sip_allow", "INVITE, ACK, BYE, CANCEL, OPTIONS, MESSAGE, INFO, UPDATE, REGISTER, REFER, NOTIFY");

    public static readonly ChannelVariables.Variable[] LocalMedia = Constants(
        ("advertised_media_ip", Host), ("rtp_use_timer_name", "soft"), ("rtp_use_pt", "0"));

    public static readonly ChannelVariables.Variable[] Dtmf = Constants(
        ("rtp_2833_send_payload", "101"), ("rtp_2833_recv_payload", "101"), ("remote_media_ip", Host));

    /// <summary>What an arriving INVITE sets.</summary>
    public static void Invite(Channel channel, CallerProfile caller, string displayName, long session)
    {
        var random = channel.Switch.Random;
        var variables = channel.Variables;
        var from = $"{caller.CallerIdNumber}@{Host}";
        var to = $"{caller.Destination}@{Host}:5060";
        var display = displayName.Length > 0 ? $"\"{displayName}\" " : "";
        var tag = random.SipTag();
        variables["direction"] = "inbound";
        variables["uuid"] = channel.Id;
        variables["call_uuid"] = channel.Id;
        variables["session_id"] = session.ToString(CultureInfo.InvariantCulture);
        variables["sip_from_user"] = caller.CallerIdNumber;
        variables["sip_from_uri"] = from;
        variables["sip_from_host"] = Host;
        variables.Set(VideoOff);
        variables.Set(TextOff);
        variables["channel_name"] = channel.Name;
        variables["sip_call_id"] = random.Uuid();
        AddAll(variables, Network);
        variables["sip_invite_stamp"] = $"{caller.ChannelCreated}";
        AddAll(variables, Received);
        variables["sip_from_user_stripped"] = caller.CallerIdNumber.TrimStart('+');
        variables["sip_from_tag"] = tag;
        AddAll(variables, Profile);
        variables["sip_Remote-Party-ID"] = $"{display}<sip:{from}>;party=calling;screen=yes;privacy=off";
        variables["sip_cid_type"] = "rpid";
        variables["sip_full_via"] = Via(random);
        variables["sip_from_display"] = displayName;
        variables["sip_full_from"] = $"{display}<sip:{from}>;tag={tag}";
        variables["sip_full_to"] = $"<sip:{to}>";
        variables.Set(Allow);
        foreach (var part in (ReadOnlySpan<string>)["req", "to"])
        {
            variables[$"sip_{part}_user"] = caller.Destination;
            variables[$"sip_{part}_port"] = "5060";
            variables[$"sip_{part}_uri"] = to;
            variables[$"sip_{part}_host"] = Host;
        }

        AddAll(variables, Contact);
        var port = random.MediaPort();
        variables["switch_r_sdp"] = Sdp(port, sendRecv: false);
        AddAll(variables, Media);
        variables["remote_media_port"] = port;
        AddAll(variables, Codecs);
        variables["endpoint_disposition"] = "RECEIVED";
    }

    /// <summary>What our 200 OK sets.</summary>
    public static void LocalMediaUp(Channel channel)
    {
        var random = channel.Switch.Random;
        var variables = channel.Variables;
        var port = random.MediaPort();
        variables["rtp_local_sdp_str"] = Sdp(port, sendRecv: true);
        variables["local_media_ip"] = Host;
        variables["local_media_port"] = port;
        AddAll(variables, LocalMedia);
        variables["rtp_use_ssrc"] = $"{random.Next(1_000_000_000, 2_000_000_000)}";
        AddAll(variables, Dtmf);
        variables["remote_media_port"] = variables["remote_media_port"] ?? random.MediaPort();
    }

    /// <summary>What the ACK of our 200 OK sets.</summary>
    public static void Acknowledged(Channel channel)
    {
        var random = channel.Switch.Random;
        var variables = channel.Variables;
        var tag = random.SipTag();
        variables["sip_to_tag"] = tag;
        Again("sip_from_tag");
        variables["sip_cseq"] = $"{random.Next(100_000_000, 200_000_000)}";
        Again("sip_call_id");
        variables["sip_full_via"] = Via(random);
        Again("sip_from_display");
        Again("sip_full_from");
        variables["sip_full_to"] = $"{variables["sip_full_to"]};tag={tag}";

        void Again(string name) => variables[name] = variables[name];
    }

    public static void AddAll(ChannelVariables variables, ChannelVariables.Variable[] constants)
    {
        foreach (var constant in constants)
        {
            variables.Set(constant);
        }
    }

    public static ChannelVariables.Variable[] Constants(params (string Name, string Value)[] constants) =>
        [.. constants.Select(constant => new ChannelVariables.Variable(constant.Name, constant.Value))];

    public static string Sdp(string port, bool sendRecv) =>
        $"v=0\r\no=FreeSWITCH 1795466368 1795466369 IN IP4 {Host}\r\ns=FreeSWITCH\r\nc=IN IP4 {Host}\r\nt=0 0\r\n"
        + $"m=audio {port} RTP/AVP 0 101 13\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
        + $"a=fmtp:101 0-15\r\na=rtpmap:13 CN/8000\r\na=ptime:20\r\n{(sendRecv ? "a=sendrecv\r\n" : "")}";

    public static string Via(SimulatedRandom random) => $"SIP/2.0/UDP {Host};rport=5060;branch=z9hG4bK{random.SipTag()}";
}
