using System.Globalization;
using Web3Tel.Reports;

namespace Web3Tel.Server.Api;

/// <summary>Times as people write them into an address.</summary>
static class MomentText
{
    public const string Wanted = "give a day such as 2026-11-24, or a time such as 2026-11-24T10:30 or 2026-11-24T10:30:00+03:00.";

    /// <summary>A day is taken whole, whichever end it is.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="zone">Where times without an offset are taken.</param>
    /// <param name="endOfDay">Whether a day means its end.</param>
    /// <param name="moment">Null for a time there is not everywhere, such as the first hour of the calendar.</param>
    public static bool TryRead(string text, TimeZoneInfo zone, bool endOfDay, out DateTimeOffset? moment)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            day = day.AddDays(endOfDay ? 1 : 0);
            moment = day.Year is > 1 and < 9999 ? Stretches.Midnight(day, zone) : In(zone, day.ToDateTime(TimeOnly.MinValue));
            return true;
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            moment = In(zone, local);
            return true;
        }

        // An unescaped + of an offset arrives as a blank.
        var isRead = DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact);
        moment = isRead ? exact : null;
        return isRead;
    }

    static DateTimeOffset? In(TimeZoneInfo zone, DateTime local)
    {
        // The first and last hours of the calendar have no such time everywhere; nothing happened then.
        var utc = local.Ticks - zone.GetUtcOffset(local).Ticks;
        return utc > DateTime.MinValue.Ticks && utc < DateTime.MaxValue.Ticks ? new DateTimeOffset(utc, TimeSpan.Zero) : null;
    }
}
