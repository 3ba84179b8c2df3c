using System.Globalization;

namespace Web3Tel.Server.Panel;

/// <summary>A duration as the page shows it: <c>4:05</c>, <c>1:04:05</c>.</summary>
static class Duration
{
    public static string Of(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Round(seconds));
        return span.ToString(span.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
    }
}
