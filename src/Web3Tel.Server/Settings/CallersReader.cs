using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Server.Settings;

/// <summary>Reads which callers come first, and which are not let in.</summary>
static class CallersReader
{
    const double Day = 86_400;

    public static CallerLists Lists(SettingsReader section)
    {
        var lists = new CallerLists(Vip(section), Numbers(section, "Blocked"), More(section));
        section.RefuseOthers();
        return lists;
    }

    static ImmutableDictionary<string, TimeSpan> Vip(SettingsReader section)
    {
        var priorities = ImmutableDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var item in section.Sections("Vip"))
        {
            var fix = ("Give a telephone number, such as +79161234567.", "Задайте номер телефона, например +79161234567.");
            var written = item.Required("Number", fix);
            var number = CallerLists.Digits(written);
            var priority = item.Seconds("PrioritySeconds", 0, -Day, Day);
            if (number.Length == 0 && written.Length > 0)
            {
                item.RefuseValue("Number", written, fix);
            }
            else if (number.Length > 0 && !priorities.TryAdd(number, priority))
            {
                item.Refuse("Number", ($"is {number}, which stands in Vip already.", $"= {number}, и он уже есть в Vip."), SettingsReader.Once);
            }

            item.RefuseOthers();
        }

        return priorities.ToImmutable();
    }

    /// <summary>Lists for scenarios to tell callers apart by.</summary>
    static ImmutableDictionary<string, ImmutableArray<string>> More(SettingsReader section)
    {
        var lists = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var item in section.Sections("Lists"))
        {
            var name = item.Required("Name", ("Give letters and digits, such as partners.", "Задайте латинские буквы и цифры, например partners."));
            if (name is CallerLists.Vip or CallerLists.Blocked || !lists.TryAdd(name, [.. Numbers(item, "Numbers")]))
            {
                item.Refuse("Name", ($"is {name}, which is there already.", $"= {name}, и такой уже есть."), ("Name each list once; vip and blocked have settings of their own.", "Называйте каждый список один раз; для vip и blocked есть свои настройки."));
            }

            item.RefuseOthers();
        }

        return lists.ToImmutable();
    }

    static IEnumerable<string> Numbers(SettingsReader section, string key) => section.Texts(key).Where(number => HasDigits(section, key, number));

    static bool HasDigits(SettingsReader section, string key, string number)
    {
        if (CallerLists.Digits(number).Length > 0)
        {
            return true;
        }

        // It would be everybody whose number is withheld.
        section.RefuseOne(key, number, ("Give telephone numbers, such as +79161234567.", "Задайте номера телефонов, например +79161234567."));
        return false;
    }
}
