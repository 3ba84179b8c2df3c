namespace Web3Tel.Server.Reviews;

/// <summary>A mark at a moment of a recording, with a comment.</summary>
/// <param name="Id">Unique among all.</param>
/// <param name="At">Seconds from the recording's beginning.</param>
/// <param name="Text">As somebody wrote it; may hold any character.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Written">When.</param>
public sealed record Remark(Guid Id, double At, string Text, string By, DateTimeOffset Written)
{
    /// <summary>Characters of a comment at most.</summary>
    public const int Longest = 2_000;

    /// <summary>Of one recording at most.</summary>
    public const int Most = 200;

    /// <summary>Seconds from the beginning at most: no call is longer.</summary>
    public const double Latest = 86_400;
}
