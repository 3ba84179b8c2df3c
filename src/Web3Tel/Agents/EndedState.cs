namespace Web3Tel.Agents;

public enum EndedState
{
    WrapUp,
    Rest,
    Break,
}
