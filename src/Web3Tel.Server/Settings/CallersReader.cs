using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Skills;

namespace Web3Tel.Server.Settings;

/// <summary>Reads which callers come first, by their number and by the number they dial, what they ask for, and which are not let in.</summary>
static class CallersReader
{
    const double Day = 86_400;

    public static CallerLists Lists(SettingsReader section)
    {
        var lists = new CallerLists(Priorities(section, "Vip", CallerLists.Digits), section.Texts("Blocked").Where(number => HasDigits(section, number)));
        section.RefuseOthers();
        return lists;
    }

    /// <summary>Dialled number → priority, and → what its calls ask of an operator.</summary>
    public static (ImmutableDictionary<string, TimeSpan> Priorities, ImmutableDictionary<string, SkillDemand> Skills) Lines(SettingsReader root)
    {
        var skills = ImmutableDictionary.CreateBuilder<string, SkillDemand>(StringComparer.Ordinal);
        var priorities = Priorities(root, "Lines", number => number, (number, item) =>
        {
            if (MatchingReader.Demand(item) is { IsEmpty: false } demand)
            {
                skills[number] = demand;
            }
        });
        return (priorities, skills.ToImmutable());
    }

    /// <param name="readMore">Reads what else an item has, by its number.</param>
    static ImmutableDictionary<string, TimeSpan> Priorities(
        SettingsReader section, string key, Func<string, string> compared, Action<string, SettingsReader>? readMore = null)
    {
        var priorities = ImmutableDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var item in section.Sections(key))
        {
            const string Fix = "Give a telephone number, such as +79161234567.";
            var written = item.Required("Number", Fix);
            var number = compared(written);
            var priority = item.Seconds("PrioritySeconds", 0, -Day, Day);
            readMore?.Invoke(number, item);
            if (number.Length == 0 && written.Length > 0)
            {
                item.Refuse("Number", $"is \"{written}\".", Fix);
            }
            else if (number.Length > 0 && !priorities.TryAdd(number, priority))
            {
                item.Refuse("Number", $"is {number}, which stands in {key} already.", "Name each number once.");
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
