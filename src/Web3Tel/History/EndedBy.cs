namespace Web3Tel.History;

public enum EndedBy
{
    Unknown,
    Caller,
    Agent,
    Service,
}
