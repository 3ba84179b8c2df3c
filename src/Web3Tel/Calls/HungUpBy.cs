namespace Web3Tel.Calls;

/// <summary>Who ended a call.</summary>
public enum HungUpBy
{
    Unknown,

    /// <summary>The person on this call.</summary>
    Party,

    /// <summary>The person this call was bridged to.</summary>
    Peer,

    /// <summary>The call center.</summary>
    Service,
}
