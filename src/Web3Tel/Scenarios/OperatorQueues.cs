using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Scenarios;

/// <summary>Queues of one operator each, for steps that ring one: so this operator is rung by the same rules as for any other caller.</summary>
public static class OperatorQueues
{
    const string Prefix = "operator.";

    /// <summary>A step has a patience of its own: this only ends what would not end otherwise.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static string NameOf(string agent) => Prefix + agent;

    /// <summary>Whose queue it is; null for a queue of several.</summary>
    public static string? OperatorOf(string queue) => queue.StartsWith(Prefix, StringComparison.Ordinal) ? queue[Prefix.Length..] : null;

    /// <summary>The configuration with the queues these scenarios need. Nobody waits in one whose operator is not at work.</summary>
    public static Configuration AddTo(Configuration configuration, IEnumerable<Scenario> scenarios)
    {
        var rung = scenarios.SelectMany(scenario => scenario.Steps.Values).SelectMany(Rung).ToImmutableSortedSet(StringComparer.Ordinal);
        var added = configuration.Agents
            .Where(agent => rung.Contains(agent.Id) && configuration.Queues.All(queue => queue.Name != NameOf(agent.Id)))
            .Select(agent => agent.Id).ToImmutableHashSet();
        return configuration with
        {
            Queues = [.. configuration.Queues, .. added.Order(StringComparer.Ordinal).Select(id => new QueueSettings { Name = NameOf(id), RefuseWhenEmpty = true, MaxWait = Longest })],
            Agents = [.. configuration.Agents.Select(agent => added.Contains(agent.Id) ? agent with { Queues = agent.Queues.Add(NameOf(agent.Id)) } : agent)],
        };
    }

    static IEnumerable<string> Rung(ScenarioStep step) => step switch
    {
        ScenarioStep.Operator one => [one.Id],
        ScenarioStep.Menu menu => menu.Extensions,
        _ => [],
    };
}
