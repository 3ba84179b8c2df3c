namespace Web3Tel.Server.Panel.Workshop;

/// <summary>A version of a document in the workshop's list.</summary>
/// <param name="State">In words; empty for one that was valid once.</param>
/// <param name="IsValid">Whether it is valid now.</param>
/// <param name="IsRight">Whether it was published once.</param>
public sealed record ShownVersion(int Number, DateTimeOffset At, string By, string Comment, string State, bool IsValid, bool IsRight);
