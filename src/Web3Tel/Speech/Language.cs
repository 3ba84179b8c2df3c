namespace Web3Tel.Speech;

/// <summary>What callers are spoken to in.</summary>
public enum Language
{
    English,
    Russian,
}
