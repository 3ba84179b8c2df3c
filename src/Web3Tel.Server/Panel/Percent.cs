using System.Globalization;

namespace Web3Tel.Server.Panel;

/// <summary>A share as the page shows it: <c>64 %</c>.</summary>
static class Percent
{
    /// <param name="share">From 0 to 1; null where there is nothing to divide by.</param>
    public static string Of(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(known * 100)}\u00a0%") : "–";
}
