namespace Web3Tel.Server.Board;

/// <summary>Where a caller is.</summary>
public enum CallActivity
{
    /// <summary>Greeted, in no queue yet.</summary>
    Arrived,
    Waiting,

    /// <summary>An operator has answered and is being joined with the caller.</summary>
    Connecting,
    Talking,

    /// <summary>Being hung up.</summary>
    Leaving,
}
