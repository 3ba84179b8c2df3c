namespace Web3Tel.Distribution;

/// <summary>In which views of a queue a caller stands.</summary>
[Flags]
enum Standing
{
    None = 0,
    Line = 1,
    Present = 2,
    Unoffered = 4,
    Expected = 8,
}
