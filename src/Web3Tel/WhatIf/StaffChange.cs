using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Skills;

namespace Web3Tel.WhatIf;

/// <summary>
/// More or fewer agents. Those added work all day, serve all queues, or the one named, and are as skilled as the best are; those left out
/// are the last of the configuration.
/// </summary>
/// <param name="Queue">Only those of this queue; null for all.</param>
/// <param name="By">How many more, or fewer when negative.</param>
public sealed record StaffChange(string? Queue, int By)
{
    /// <summary>Who is meant, of those there are.</summary>
    public IEnumerable<AgentSettings> Serving(Configuration configuration) =>
        configuration.Agents.Where(agent => Queue is null || agent.Queues.Contains(Queue));

    internal Configuration Apply(Configuration configuration) => By >= 0 ? With(configuration) : Without(configuration);

    Configuration With(Configuration configuration)
    {
        var queues = configuration.Queues.Select(queue => queue.Name).Where(queue => Queue is null || queue == Queue);
        var skills = SkillSet.Of(configuration.Agents.SelectMany(agent => agent.Skills.Levels));
        var added = Enumerable.Range(1, By).Select(n => $"added-{Queue ?? "all"}-{n}")
            .Select(id => new AgentSettings { Id = id, Name = id, Destination = $"user/{id}", Queues = [.. queues], Skills = skills });
        return configuration with { Agents = [.. configuration.Agents, .. added] };
    }

    Configuration Without(Configuration configuration)
    {
        var gone = Serving(configuration).TakeLast(-By).Select(agent => agent.Id).ToHashSet(StringComparer.Ordinal);
        return configuration with { Agents = [.. configuration.Agents.Where(agent => !gone.Contains(agent.Id))] };
    }
}
