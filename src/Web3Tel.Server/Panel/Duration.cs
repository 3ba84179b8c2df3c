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

    /// <summary>Seconds of what was typed so, or as seconds alone; null for what cannot be read.</summary>
    public static double? Read(string? text)
    {
        var seconds = 0d;
        foreach (var part in (text ?? "").Trim().Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return seconds;
    }
}
