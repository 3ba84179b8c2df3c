using Web3Tel.Agents;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Distribution;

/// <summary>What must hold of skills, and of the rules by which callers wait for some of the agents.</summary>
static class MatchingCheck
{
    static readonly TimeSpan LongestMemory = TimeSpan.FromDays(366);

    public static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, QueueSettings queue) =>
    [
        .. Problems(name.At("Skills"), queue.Skills),
        .. Problems(name.At("PreferredSkills"), queue.PreferredSkills),
        .. queue.PreferredSkillsFor is { } preferred ? ConfigurationCheck.OutOfRange(name.At("PreferredSkillsFor"), preferred, TimeSpan.Zero) : [],
        .. queue.RequiredSkillsFor is { } required ? ConfigurationCheck.OutOfRange(name.At("RequiredSkillsFor"), required, TimeSpan.Zero) : [],
        .. queue.LevelWait is { } wait ? ConfigurationCheck.OutOfRange(name.At("LevelWait"), wait, ConfigurationCheck.Shortest) : [],
        .. queue.SameAgentWithin is { } within && (within < ConfigurationCheck.Shortest || within > LongestMemory)
            ? [name.At("SameAgentWithin").Is($" is {within}: it must be between {ConfigurationCheck.Shortest} and {LongestMemory}.", $" = {within}: нужно от {ConfigurationCheck.Shortest} до {LongestMemory}.")]
            : Array.Empty<ConfigurationProblem>(),
        .. ConfigurationCheck.OutOfRange(name.At("SameAgentWait"), queue.SameAgentWait, ConfigurationCheck.Shortest),
    ];

    public static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem name, AgentSettings agent) => Problems(name.At("Skills"), agent.Skills);

    static IEnumerable<ConfigurationProblem> Problems(ConfigurationProblem what, SkillSet skills) =>
    [
        .. skills.Levels.SelectMany(skill => ConfigurationCheck.BadName(what.At($"'{skill.Key}'"), skill.Key)),
        .. skills.Levels.Where(skill => skill.Value is < 1 or > SkillSet.MostLevel)
            .Select(skill => what.Is($": the level of '{skill.Key}' is {skill.Value}: it must be between 1 and {SkillSet.MostLevel}.", $": уровень '{skill.Key}' = {skill.Value}: нужно от 1 до {SkillSet.MostLevel}.")),
    ];
}
