namespace Web3Tel.Agents;

/// <summary>What a supervisor should know of an agent: the last such thing, until the agent signs in or is ready by own wish.</summary>
/// <param name="Detail">More for people to read, such as who forced the state and why; may be empty.</param>
public sealed record Notice(DateTimeOffset At, NoticeKind Kind, string Detail = "");
