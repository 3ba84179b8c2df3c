using System.Globalization;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Commands;

namespace Web3Tel.Simulator.People;

/// <summary>The variables of a leg that we make, in mod_sofia's order.</summary>
static class OutboundVariables
{
    const string Host = "127.0.0.1";

    public static void Invite(Channel channel, DialledParty dialled, OriginateRequest request)
    {
        var random = channel.Switch.Random;
        var variables = channel.Variables;
        var port = random.MediaPort();
        variables["direction"] = "outbound";
        variables["is_outbound"] = "true";
        variables["uuid"] = channel.Id;
        variables["call_uuid"] = channel.Id;
        variables["session_id"] = channel.Switch.Channels.Created.ToString(CultureInfo.InvariantCulture);
        variables["sip_local_network_addr"] = Host;
        variables["sip_profile_name"] = "internal";
        variables["video_media_flow"] = "disabled";
        variables["text_media_flow"] = "disabled";
        variables["channel_name"] = channel.Name;
        variables["sip_destination_url"] = $"sip:{dialled.Number}@{Host}:5060";
        foreach (var (name, value) in request.Variables)
        {
            variables[name] = value;
        }

        variables[Channel.PresenceVariable] = dialled.PresenceId;
        variables["originate_early_media"] = "false";
        variables["originate_endpoint"] = dialled.Endpoint;
        variables["rtp_use_codec_string"] = "PCMU";
        variables["local_media_ip"] = Host;
        variables["local_media_port"] = port;
        variables["advertised_media_ip"] = Host;
        variables["audio_media_flow"] = "sendrecv";
        variables["rtp_local_sdp_str"] = SipVariables.Sdp(port, sendRecv: true);
        variables["sip_outgoing_contact_uri"] = $"<sip:mod_sofia@{Host}:5060>";
        variables["sip_req_uri"] = $"{dialled.Number}@{Host}:5060";
        variables["sip_to_host"] = $"{Host}:5060";
        variables["sip_from_host"] = Host;
        variables["sofia_profile_name"] = "internal";
        variables["recovery_profile_name"] = "internal";
        variables["sofia_profile_url"] = $"sip:mod_sofia@{Host}:5060";
    }

    public static void Answered(Channel channel, DialledParty dialled)
    {
        var random = channel.Switch.Random;
        var variables = channel.Variables;
        var via = SipVariables.Via(random);
        var (from, to) = (random.SipTag(), random.SipTag());
        var caller = channel.Profile.CallerIdNumber;
        Again("sip_local_network_addr");
        variables["sip_reply_host"] = Host;
        variables["sip_reply_port"] = "5060";
        variables["sip_network_ip"] = Host;
        variables["sip_network_port"] = "5060";
        variables["sip_user_agent"] = SipVariables.UserAgent;
        variables["sip_allow"] = "INVITE, ACK, BYE, CANCEL, OPTIONS, MESSAGE, INFO, UPDATE, REGISTER, REFER, NOTIFY";
        variables["sip_recover_contact"] = $"<sip:{dialled.Number}@{Host}:5060;transport=udp>";
        variables["sip_full_via"] = via;
        variables["sip_recover_via"] = via;
        variables["sip_full_from"] = $"<sip:{caller}@{Host}>;tag={from}";
        variables["sip_full_to"] = $"<sip:{dialled.Number}@{Host}:5060>;tag={to}";
        variables["sip_from_user"] = caller;
        variables["sip_from_uri"] = $"{caller}@{Host}";
        Again("sip_from_host");
        variables["sip_to_user"] = dialled.Number;
        variables["sip_to_port"] = "5060";
        variables["sip_to_uri"] = $"{dialled.Number}@{Host}:5060";
        variables["sip_to_host"] = Host;
        variables["sip_contact_params"] = "transport=udp";
        variables["sip_contact_user"] = dialled.Number;
        variables["sip_contact_port"] = "5060";
        variables["sip_contact_uri"] = $"{dialled.Number}@{Host}:5060";
        variables["sip_contact_host"] = Host;
        variables["sip_to_tag"] = to;
        variables["sip_from_tag"] = from;
        variables["sip_cseq"] = $"{random.Next(100_000_000, 200_000_000)}";
        variables["sip_call_id"] = random.Uuid();
        var port = random.MediaPort();
        variables["switch_r_sdp"] = SipVariables.Sdp(port, sendRecv: false);
        SipVariables.AddAll(variables, SipVariables.OutboundMedia);
        SipVariables.AddAll(variables, SipVariables.Codecs);
        Again("local_media_ip");
        Again("local_media_port");
        SipVariables.AddAll(variables, SipVariables.LocalMedia);
        variables["rtp_use_ssrc"] = $"{random.Next(1_000_000_000, 2_000_000_000)}";
        SipVariables.AddAll(variables, SipVariables.Dtmf);
        variables["remote_media_port"] = port;

        void Again(string name) => variables[name] = variables[name];
    }
}
