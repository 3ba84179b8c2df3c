namespace Web3Tel.Server.Settings;

/// <summary>From when on the wall says by its colours that something wants attention.</summary>
/// <param name="LongWait">Seconds of a wait that is long.</param>
/// <param name="TooLongWait">Seconds of one that is too long.</param>
/// <param name="AnsweredWithin">Seconds of the service level.</param>
/// <param name="GoodServiceLevel">Percent from which on it is good.</param>
/// <param name="PoorServiceLevel">Percent below which it is poor.</param>
sealed record WallSettings(int LongWait, int TooLongWait, int AnsweredWithin, int GoodServiceLevel, int PoorServiceLevel)
{
    public static readonly WallSettings Default = new(60, 180, 20, 80, 60);

    const int Hour = 3_600;

    public static WallSettings Read(SettingsReader section)
    {
        var settings = new WallSettings(
            section.Number("LongWaitSeconds", Default.LongWait, 1, Hour),
            section.Number("TooLongWaitSeconds", Default.TooLongWait, 1, Hour),
            section.Number("AnsweredWithinSeconds", Default.AnsweredWithin, 0, Hour),
            section.Number("GoodServiceLevelPercent", Default.GoodServiceLevel, 0, 100),
            section.Number("PoorServiceLevelPercent", Default.PoorServiceLevel, 0, 100));
        if (settings.TooLongWait < settings.LongWait)
        {
            section.Refuse("TooLongWaitSeconds", $"is {settings.TooLongWait}, less than LongWaitSeconds.", "A wait is long before it is too long.");
        }

        if (settings.PoorServiceLevel > settings.GoodServiceLevel)
        {
            section.Refuse("PoorServiceLevelPercent", $"is {settings.PoorServiceLevel}, more than GoodServiceLevelPercent.", "What is poor is below what is good.");
        }

        section.RefuseOthers();
        return settings;
    }

    /// <summary>The class of a wait.</summary>
    public string? OfWait(double seconds) => seconds >= TooLongWait ? "too-long" : seconds >= LongWait ? "long" : null;

    /// <summary>The class of a service level.</summary>
    /// <param name="level">From 0 to 1.</param>
    public string? OfServiceLevel(double level) => level * 100 < PoorServiceLevel ? "too-long" : level * 100 < GoodServiceLevel ? "long" : "good";
}
