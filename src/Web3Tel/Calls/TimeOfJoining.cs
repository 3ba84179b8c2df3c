using System.Globalization;

namespace Web3Tel.Calls;

/// <summary>
/// The time of joining as it is written on a call: milliseconds since 1970 UTC, with the fraction that tells apart
/// two who joined in the same millisecond. Without it their order was lost with the service's journal.
/// </summary>
public static class TimeOfJoining
{
    static readonly decimal Latest = Milliseconds(DateTimeOffset.MaxValue);

    public static string ToText(DateTimeOffset joined) => Milliseconds(joined).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The time, or null when the text is none.</summary>
    public static DateTimeOffset? FromText(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var joined) && joined <= Latest
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(joined * TimeSpan.TicksPerMillisecond))
            : null;

    static decimal Milliseconds(DateTimeOffset at) => (decimal)(at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
}
