namespace Web3Tel.Callbacks;

/// <summary>How far a callback is.</summary>
public enum CallbackPhase
{
    /// <summary>In the queue, as if on the line.</summary>
    Waiting,

    /// <summary>In the queue, but not to be called yet.</summary>
    Resting,

    /// <summary>An agent's phone rings for it.</summary>
    Offered,

    /// <summary>The customer's phone rings.</summary>
    Calling,

    /// <summary>The customer's phone may ring, or may not: we lost sight of it.</summary>
    OutOfSight,
}
