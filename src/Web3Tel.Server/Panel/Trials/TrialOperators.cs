namespace Web3Tel.Server.Panel.Trials;

/// <summary>What whoever is rung on trial does.</summary>
public enum TrialOperators
{
    Answer,
    Busy,

    /// <summary>No operator is at work, and nobody outside answers.</summary>
    Nobody,
}
