using Web3Tel.Queues;

namespace Web3Tel.Server.Settings;

/// <summary>Reads what a queue tells those who wait.</summary>
static class AnnouncementsReader
{
    const double Hour = 3_600;

    /// <returns>Null for a queue that tells nothing.</returns>
    public static Announcements? Read(SettingsReader queue)
    {
        if (!queue.Has("Announce"))
        {
            return null;
        }

        var section = queue.Section("Announce");
        var defaults = new Announcements();
        var announce = new Announcements
        {
            Language = section.OneOf("Language", defaults.Language),
            Position = section.Flag("Position", defaults.Position),
            ExpectedWait = section.Flag("ExpectedWait", defaults.ExpectedWait),
            RepeatAfter = section.Has("RepeatSeconds") ? section.Seconds("RepeatSeconds", 60, 1, Hour) : null,
            LeastGap = section.Seconds("LeastGapSeconds", defaults.LeastGap.TotalSeconds, 1, Hour),
            Messages = [.. section.Texts("Messages")],
            MessageEvery = section.Seconds("MessageSeconds", defaults.MessageEvery.TotalSeconds, 1, Hour),
        };
        section.Ignore("RepeatSeconds");
        section.RefuseOthers();
        return announce;
    }
}
