namespace Web3Tel.Scenarios;

/// <summary>Countries by the tone that says that a telephone rings there.</summary>
public enum Ringback
{
    Russia,
    Europe,
    Britain,
    America,
}
