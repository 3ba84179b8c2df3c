using System.Collections.Immutable;
using Web3Tel.Outgoing;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads how operators call numbers outside.</summary>
static class OutgoingReader
{
    const double Hour = 3_600;

    /// <param name="language">In which operators are spoken to, unless something else is set.</param>
    public static OutgoingSettings Read(SettingsReader section, Language language)
    {
        var defaults = new OutgoingSettings();
        var settings = new OutgoingSettings
        {
            Shown = Number(section, "Number"),
            MayShow = [.. section.Texts("MayShow").Where(number => IsNumber(section, "MayShow", number))],
            Allowed = Prefixes(section, "Allowed"),
            Blocked = Prefixes(section, "Blocked"),
            RingTime = section.Seconds("RingSeconds", defaults.RingTime.TotalSeconds, 1, 300),
            WrapUp = section.Seconds("WrapUpSeconds", defaults.WrapUp.TotalSeconds, 0, Hour),
            Record = section.Flag("Record", defaults.Record),
            RecordingNotice = PeopleReader.Sound(section, "RecordingNotice"),
            RecordInStereo = section.Has("RecordInStereo") ? section.Flag("RecordInStereo", false) : null,
            WhenSignedOut = section.Flag("WhenSignedOut", defaults.WhenSignedOut),
            Language = section.OneOf("Language", language),
        };
        section.RefuseOthers();
        return settings;
    }

    /// <summary>A number to be shown; empty for none.</summary>
    public static string Number(SettingsReader section, string key)
    {
        var number = section.Text(key);
        return number.Length == 0 || IsNumber(section, key, number) ? number : "";
    }

    /// <summary>Beginnings of numbers.</summary>
    public static ImmutableArray<string> Prefixes(SettingsReader section, string key) =>
    [
        .. section.Texts(key).Where(prefix =>
        {
            var isPrefix = OutgoingNumbers.IsPrefix(prefix);
            if (!isPrefix)
            {
                section.RefuseOne(key, prefix, ("Give the first digits of numbers as they are dialled, such as +7495, or * for every number.", "Задайте первые цифры номеров, как их набирают, например +7495, или * для всех."));
            }

            return isPrefix;
        }),
    ];

    static bool IsNumber(SettingsReader section, string key, string number)
    {
        var isNumber = OutgoingNumbers.IsNumber(number);
        if (!isNumber)
        {
            section.RefuseOne(key, number, ("Give digits, with a leading + or without, such as +74951234567.", "Задайте цифры с + в начале или без, например +74951234567."));
        }

        return isNumber;
    }
}
