namespace Web3Tel.History;

public enum EndedBy
{
    Unknown,

    /// <summary>The caller; of an outgoing call, who was called.</summary>
    Caller,
    Agent,
    Service,
}
