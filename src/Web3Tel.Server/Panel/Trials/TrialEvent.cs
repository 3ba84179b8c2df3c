namespace Web3Tel.Server.Panel.Trials;

/// <summary>Something a caller on trial met.</summary>
/// <param name="At">How long after the call began.</param>
/// <param name="Text">What, such as the words that are spoken.</param>
public sealed record TrialEvent(TimeSpan At, TrialKind Kind, string Text);
