using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Calls;

namespace Web3Tel.Server.Voicemail;

/// <summary>
/// A message that FreeSWITCH recorded by itself while the service was away (<c>freeswitch/dialplan/recorder.xml</c>). The name of the file tells
/// whose it is, such as <c>recorder/1764101723-1000-+79161234567-1f0c22ab….wav</c>: when, the number dialled, the caller's (0 for none), the call.
/// </summary>
static class RecorderFile
{
    /// <summary>The folder of all of them, under the recordings folder.</summary>
    public const string Folder = "recorder";

    const string Withheld = "0";

    /// <summary>The call that a file was left by; null when it is none of ours.</summary>
    /// <param name="name">Without its folder.</param>
    /// <param name="node">The switch that recorded it.</param>
    public static CallInfo? Read(string name, string node) =>
        name.EndsWith(".wav", StringComparison.Ordinal) && name[..^4].Split('-', 4) is [var at, { Length: > 0 } dialled, { Length: > 0 } number, { Length: > 0 } call]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new CallInfo(
                new CallRef(node, call), number == Withheld ? "" : number, "", dialled, DateTimeOffset.FromUnixTimeSeconds(seconds), ImmutableDictionary<string, string>.Empty)
            : null;
}
