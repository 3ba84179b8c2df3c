using System.Collections.Immutable;
using Web3Tel.Queues;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads what a queue tells those who wait.</summary>
static class AnnouncementsReader
{
    const double Hour = 3_600;

    /// <param name="queue">The section of the queue.</param>
    /// <param name="keys">By which its callers leave.</param>
    /// <returns>Null for a queue that tells nothing.</returns>
    public static Announcements? Read(SettingsReader queue, ImmutableArray<ExitKey> keys)
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
            Keys = section.Flag("Keys", defaults.Keys),
            MessageEvery = section.Seconds("MessageSeconds", defaults.MessageEvery.TotalSeconds, 1, Hour),
        };
        if (announce.Keys && ExitKeyPhrases.Of(announce.Language, keys) is null)
        {
            section.Refuse(
                "Keys",
                ("is true, but no key of ExitKeys leads to step:callback or step:voicemail.", "= true, но ни одна клавиша ExitKeys не ведёт в step:callback или step:voicemail."),
                ("Add such a key, or leave Keys out.", "Добавьте такую клавишу или уберите Keys."));
        }

        section.Ignore("RepeatSeconds");
        section.RefuseOthers();
        return announce;
    }
}
