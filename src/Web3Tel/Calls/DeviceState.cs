namespace Web3Tel.Calls;

/// <summary>What the switch knows of a phone.</summary>
public enum DeviceState
{
    /// <summary>Nothing yet: it may well ring.</summary>
    Unknown,

    Registered,

    /// <summary>It cannot be reached.</summary>
    Unregistered,
}
