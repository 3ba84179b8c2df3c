using Web3Tel.Agents;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Distribution;

/// <summary>What must hold of skills, and of the rules by which callers wait for some of the agents.</summary>
static class MatchingCheck
{
    static readonly TimeSpan LongestMemory = TimeSpan.FromDays(366);

    public static IEnumerable<string> Problems(string name, QueueSettings queue) =>
    [
        .. Problems($"{name}: Skills", queue.Skills),
        .. Problems($"{name}: PreferredSkills", queue.PreferredSkills),
        .. queue.PreferredSkillsFor is { } preferred ? ConfigurationCheck.OutOfRange($"{name}: PreferredSkillsFor", preferred, TimeSpan.Zero) : [],
        .. queue.RequiredSkillsFor is { } required ? ConfigurationCheck.OutOfRange($"{name}: RequiredSkillsFor", required, TimeSpan.Zero) : [],
        .. queue.LevelWait is { } wait ? ConfigurationCheck.OutOfRange($"{name}: LevelWait", wait, ConfigurationCheck.Shortest) : [],
        .. queue.SameAgentWithin is { } within && (within < ConfigurationCheck.Shortest || within > LongestMemory)
            ? [$"{name}: SameAgentWithin is {within}: it must be between {ConfigurationCheck.Shortest} and {LongestMemory}."]
            : Array.Empty<string>(),
        .. ConfigurationCheck.OutOfRange($"{name}: SameAgentWait", queue.SameAgentWait, ConfigurationCheck.Shortest),
    ];

    public static IEnumerable<string> Problems(string name, AgentSettings agent) => Problems($"{name}: Skills", agent.Skills);

    static IEnumerable<string> Problems(string what, SkillSet skills) =>
    [
        .. skills.Levels.SelectMany(skill => ConfigurationCheck.BadName($"{what}: '{skill.Key}'", skill.Key)),
        .. skills.Levels.Where(skill => skill.Value is < 1 or > SkillSet.MostLevel)
            .Select(skill => $"{what}: the level of '{skill.Key}' is {skill.Value}: it must be between 1 and {SkillSet.MostLevel}."),
    ];
}
