namespace Web3Tel.Distribution;

public enum GuestPurpose
{
    /// <summary>The caller has left the agent and waits for the guest.</summary>
    Transfer,

    /// <summary>The agent asks the guest first, while the caller hears music.</summary>
    Consult,

    /// <summary>A supervisor takes the caller over; until then the conversation goes on.</summary>
    TakeOver,

    /// <summary>The agent has forgotten the caller on hold, and is rung again.</summary>
    RingBack,

    /// <summary>The queue has sent the caller to a number outside.</summary>
    NextStep,

    /// <summary>The caller's own phone, called back.</summary>
    Callback,
}
