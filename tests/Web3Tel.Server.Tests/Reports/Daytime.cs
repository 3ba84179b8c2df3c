namespace Web3Tel.Server.Tests.Reports;

/// <summary>For tests of what is reported of today or yesterday: no midnight comes in the middle of them, whenever they are run.</summary>
static class Daytime
{
    const string Usual = "Europe/Moscow";

    /// <summary>The time zone of a place where midnight is hours away. Its clocks are never changed.</summary>
    public static string Zone() =>
        TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Usual)).Hour is >= 6 and < 18 ? Usual : "Asia/Kamchatka";
}
