namespace Web3Tel.Server.Board;

/// <summary>What an operator does.</summary>
public enum OperatorActivity
{
    SignedOut,
    Ready,

    /// <summary>The phone rings, or has just been answered.</summary>
    Offered,
    Talking,
    WrapUp,
    Break,

    /// <summary>Not offered anything for a while, because the last offer failed.</summary>
    Resting,
}
