namespace Web3Tel.Agents;

public enum EndingWhy
{
    /// <summary>The time it may last is over.</summary>
    TimeOver,

    /// <summary>The agent, or somebody for the agent, asked for something else.</summary>
    Asked,

    /// <summary>The phone that was lost is there again.</summary>
    PhoneBack,

    /// <summary>The agent has been signed out by the call center, as the notice tells.</summary>
    SignedOut,

    /// <summary>A supervisor forced another state.</summary>
    Forced,
}
