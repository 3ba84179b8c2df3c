namespace Web3Tel.Callbacks;

/// <summary>Why nobody is to call the customer at the moment. The place is kept.</summary>
public enum CallbackRest
{
    /// <summary>The call in which it was asked for is not over, or was a moment ago.</summary>
    OnTheLine,

    /// <summary>The last attempt was in vain.</summary>
    Pause,

    /// <summary>Customers are not called at this hour.</summary>
    OutsideHours,
}
