namespace Web3Tel.Server.Panel.Trials;

/// <summary>Who calls on trial, when, and who is there.</summary>
public sealed record TrialWish(DateTimeOffset At, string Number, TrialOperators Operators);
