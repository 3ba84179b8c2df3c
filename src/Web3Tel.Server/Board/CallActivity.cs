namespace Web3Tel.Server.Board;

/// <summary>Where a caller is.</summary>
public enum CallActivity
{
    /// <summary>Greeted, in no queue yet.</summary>
    Arrived,
    Waiting,

    /// <summary>Not on the line: the customer's phone is called back.</summary>
    CallingBack,

    /// <summary>An operator calls a number outside, which has not answered yet.</summary>
    Dialling,

    /// <summary>An operator has answered and is being joined with the caller.</summary>
    Connecting,
    Talking,

    /// <summary>On hold, or waiting while the operator asks somebody.</summary>
    OnHold,

    /// <summary>Has left an operator, and is not with somebody else yet.</summary>
    Transferring,

    /// <summary>Talks with somebody who is no operator.</summary>
    Outside,

    /// <summary>Has left the queue for a named step.</summary>
    SentOn,

    /// <summary>Being hung up.</summary>
    Leaving,
}
