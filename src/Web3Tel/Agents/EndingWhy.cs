namespace Web3Tel.Agents;

public enum EndingWhy
{
    /// <summary>The time it may last is over.</summary>
    TimeOver,

    /// <summary>The agent, or somebody for the agent, asked for something else.</summary>
    Asked,

    /// <summary>A supervisor forced another state.</summary>
    Forced,
}
