using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Server.Settings;

/// <summary>Reads which callers come first, and which are not let in.</summary>
static class CallersReader
{
    const double Day = 86_400;

    public static CallerLists Lists(SettingsReader section)
    {
        var lists = new CallerLists(Vip(section), section.Texts("Blocked").Where(number => HasDigits(section, number)));
        section.RefuseOthers();
        return lists;
    }

    static ImmutableDictionary<string, TimeSpan> Vip(SettingsReader section)
    {
        var priorities = ImmutableDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var item in section.Sections("Vip"))
        {
            const string Fix = "Give a telephone number, such as +79161234567.";
            var written = item.Required("Number", Fix);
            var number = CallerLists.Digits(written);
            var priority = item.Seconds("PrioritySeconds", 0, -Day, Day);
            if (number.Length == 0 && written.Length > 0)
            {
                item.Refuse("Number", $"is \"{written}\".", Fix);
            }
            else if (number.Length > 0 && !priorities.TryAdd(number, priority))
            {
                item.Refuse("Number", $"is {number}, which stands in Vip already.", "Name each number once.");
            }

            item.RefuseOthers();
        }

        return priorities.ToImmutable();
    }

    static bool HasDigits(SettingsReader section, string number)
    {
        if (CallerLists.Digits(number).Length > 0)
        {
            return true;
        }

        // It would be everybody whose number is withheld.
        section.Refuse("Blocked", $"has \"{number}\".", "Give telephone numbers, such as +79161234567.");
        return false;
    }
}
