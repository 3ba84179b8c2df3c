using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Server.Settings;

/// <summary>Reads skills, and the rules by which callers of a queue wait for some of its operators.</summary>
static class MatchingReader
{
    const double Day = 86_400;

    public static QueueSettings Read(SettingsReader section, QueueSettings queue)
    {
        var read = queue with
        {
            Skills = Skills(section, "Skills"),
            PreferredSkills = Skills(section, "PreferredSkills"),
            PreferredSkillsFor = section.Has("PreferredSkillsSeconds") ? section.Seconds("PreferredSkillsSeconds", 30, 0, Day) : null,
            RequiredSkillsFor = section.Has("RequiredSkillsSeconds") ? section.Seconds("RequiredSkillsSeconds", 60, 0, Day) : null,
            LevelWait = section.Has("LevelWaitSeconds") ? section.Seconds("LevelWaitSeconds", 30, 1, Day) : null,
            LevelWaitMultiplied = section.Flag("LevelWaitMultiplied", queue.LevelWaitMultiplied),
            SkipEmptyLevels = section.Flag("SkipEmptyLevels", queue.SkipEmptyLevels),
            SameAgentWithin = section.Has("SameAgentWithinDays") ? TimeSpan.FromDays(section.Number("SameAgentWithinDays", 7, 1, 366)) : null,
            SameAgentWait = section.Seconds("SameAgentWaitSeconds", queue.SameAgentWait.TotalSeconds, 1, Day),
        };
        section.Ignore("PreferredSkillsSeconds", "RequiredSkillsSeconds", "LevelWaitSeconds", "SameAgentWithinDays");
        return read;
    }

    /// <summary>What calls of a line ask for.</summary>
    public static SkillDemand Demand(SettingsReader section) => new(Skills(section, "Skills"), Skills(section, "PreferredSkills"));

    public static SkillSet Skills(SettingsReader section, string key) =>
        SkillSet.Of(section.Numbers(key, 1, SkillSet.MostLevel).Where(skill => HasName(section, key, skill.Key)));

    static bool HasName(SettingsReader section, string key, string skill)
    {
        if (skill.Length > 0 && skill.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            return true;
        }

        section.Refuse(key, ($"has the skill \"{skill}\".", $"содержит навык «{skill}»."), ("Use letters, digits, ., - and _ only, such as en.", "Годятся только латинские буквы, цифры, «.», «-» и «_», например en."));
        return false;
    }
}
