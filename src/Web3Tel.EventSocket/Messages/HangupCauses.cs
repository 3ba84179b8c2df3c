using System.Collections.Frozen;

namespace Web3Tel.EventSocket.Messages;

/// <summary>Between <see cref="HangupCause"/> and the names on the wire, such as <c>NORMAL_CLEARING</c>.</summary>
public static class HangupCauses
{
    static readonly FrozenDictionary<HangupCause, string> Written = Enum.GetValues<HangupCause>()
        .Where(cause => cause != HangupCause.Unknown)
        .ToFrozenDictionary(cause => cause, cause => WireName.FromPascalCase(cause.ToString()));

    static readonly FrozenDictionary<string, HangupCause> Read =
        Written.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The name on the wire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cause is <see cref="HangupCause.Unknown"/>.</exception>
    public static string ToWire(this HangupCause cause) => Written.TryGetValue(cause, out var written)
        ? written
        : throw new ArgumentOutOfRangeException(nameof(cause), cause, "This cause has no name on the wire.");

    /// <summary>The cause with that name on the wire, <see cref="HangupCause.Unknown"/> for another name, or null for none.</summary>
    public static HangupCause? Parse(string? name) =>
        string.IsNullOrEmpty(name) ? null : Read.GetValueOrDefault(name, HangupCause.Unknown);
}
