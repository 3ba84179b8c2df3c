using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Commands;

/// <summary><c>show channels</c> and <c>show calls</c>, as JSON or as a count.</summary>
static class ShowCommand
{
    static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Run(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        JsonArray? rows = words.FirstOrDefault() switch
        {
            "channels" => [.. Shown(freeSwitch).Select(Row)],
            "calls" or "bridged_calls" => [.. Shown(freeSwitch).Where(IsFirstLeg).Select(CallRow)],
            _ => null,
        };
        if (rows is null)
        {
            return "-USAGE: codec|endpoint|application|api|dialplan|file|timer|calls [count]|channels [count|like <match string>]|calls|detailed_calls|bridged_calls|detailed_bridged_calls|aliases|complete|chat|management|modules|nat_map|say|interfaces|interface_types|tasks|limits|status\n";
        }

        if (words is [.., "as", "json"])
        {
            var result = new JsonObject { ["row_count"] = rows.Count };
            if (rows.Count > 0)
            {
                result["rows"] = rows;
            }

            return result.ToJsonString(AsIs);
        }

        return $"\n{rows.Count} total.\n";
    }

    /// <summary>All but those that have been dialled a moment ago and are not at the switch yet.</summary>
    static IEnumerable<Channel> Shown(SimulatedFreeSwitch freeSwitch) => freeSwitch.Channels.All.Where(channel => channel.HasProfile);

    static bool IsFirstLeg(Channel channel) => channel.Bridge is null || channel.Bridge.Originator == channel;

    static JsonObject Row(Channel channel)
    {
        var profile = channel.Profile;
        var created = DateTimeOffset.FromUnixTimeMilliseconds(profile.ChannelCreated / 1000);
        var codec = channel.HasCodecs;
        return new JsonObject
        {
            ["uuid"] = channel.Id,
            ["direction"] = channel.Direction,
            ["created"] = created.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["created_epoch"] = created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["name"] = channel.Name,
            ["state"] = channel.Running.Name(),
            ["cid_name"] = profile.CallerIdName,
            ["cid_num"] = profile.CallerIdNumber,
            ["ip_addr"] = channel.IsInbound ? profile.NetworkAddr : "",
            ["dest"] = profile.Destination,
            ["application"] = channel.Bridge is { IsJoined: true } ? "uuid_bridge" : channel.LastApplication,
            ["application_data"] = channel.Bridge is { IsJoined: true } bridge ? bridge.Other(channel).Id : channel.LastArgument,
            ["dialplan"] = profile.Dialplan,
            ["context"] = profile.Context,
            ["read_codec"] = codec ? "PCMU" : "",
            ["read_rate"] = codec ? "8000" : "",
            ["read_bit_rate"] = codec ? "64000" : "",
            ["write_codec"] = codec ? "PCMU" : "",
            ["write_rate"] = codec ? "8000" : "",
            ["write_bit_rate"] = codec ? "64000" : "",
            ["secure"] = "",
            ["hostname"] = channel.Switch.Options.Hostname,
            ["presence_id"] = channel.PresenceId ?? "",
            ["presence_data"] = "",
            ["accountcode"] = "",
            ["callstate"] = channel.CallState.Name(),
            ["callee_name"] = profile.CalleeIdName,
            ["callee_num"] = profile.CalleeIdNumber,
            ["callee_direction"] = profile.CalleeIdNumber.Length > 0 ? "RECV" : "",
            ["call_uuid"] = channel.ConversationId,
            ["sent_callee_name"] = "",
            ["sent_callee_num"] = "",
            ["initial_cid_name"] = profile.OrigCallerIdName,
            ["initial_cid_num"] = profile.OrigCallerIdNumber,
            ["initial_ip_addr"] = channel.IsInbound ? profile.NetworkAddr : "",
            ["initial_dest"] = profile.Destination,
            ["initial_dialplan"] = profile.Dialplan,
            ["initial_context"] = profile.Context,
        };
    }

    static JsonObject CallRow(Channel channel)
    {
        var row = Row(channel);
        var other = channel.Bridge is { IsJoined: true } bridge ? Row(bridge.Other(channel)) : null;
        foreach (var field in (ReadOnlySpan<string>)["uuid", "direction", "created", "created_epoch", "name", "state", "cid_name", "cid_num", "ip_addr", "dest", "callstate"])
        {
            row[$"b_{field}"] = other?[field]?.DeepClone() ?? "";
        }

        row["call_created_epoch"] = row["created_epoch"]!.DeepClone();
        return row;
    }
}
