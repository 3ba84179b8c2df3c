using System.Globalization;
using System.Collections.Immutable;
using System.Text.Json;
using Web3Tel.Calls;

namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>Reads <c>show calls as json</c>: one row for each leg on its own, one for each two that are bridged.</summary>
/// <remarks>
/// FreeSWITCH writes this table a moment after the fact: a call just made may be missing, one just ended may be there.
/// Whoever ends a call for not being in it asks <c>uuid_exists</c> first.
/// </remarks>
static class Survey
{
    public const string Command = "show calls as json";

    public static ImmutableArray<LiveCall> Read(string json, string node)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("rows", out var rows))
        {
            return [];
        }

        var calls = ImmutableArray.CreateBuilder<LiveCall>();
        foreach (var row in rows.EnumerateArray())
        {
            if (Leg(row, "", Text(row, "b_uuid"), node) is { } a)
            {
                calls.Add(a);
            }

            if (Leg(row, "b_", Text(row, "uuid"), node) is { } b)
            {
                calls.Add(b);
            }
        }

        return calls.ToImmutable();
    }

    static LiveCall? Leg(JsonElement row, string prefix, string other, string node) => Text(row, prefix + "uuid") is { Length: > 0 } id
        ? new LiveCall(
            new CallRef(node, id),
            DateTimeOffset.FromUnixTimeSeconds(long.TryParse(Text(row, prefix + "created_epoch"), NumberStyles.None, CultureInfo.InvariantCulture, out var created) ? created : 0),
            other.Length > 0 ? new CallRef(node, other) : null,
            Text(row, prefix + "cid_num"),
            Text(row, prefix + "cid_name"),
            Text(row, prefix + "dest"))
        : null;

    static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
