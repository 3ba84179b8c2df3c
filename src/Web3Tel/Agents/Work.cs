namespace Web3Tel.Agents;

/// <summary>What an agent has done so far; calls and talk time since signing in.</summary>
/// <param name="LastOffer">Number of the last offer, in any queue; 0 for none.</param>
/// <param name="Calls">Conversations begun.</param>
/// <param name="Talked">Time spent in conversations that are over.</param>
public readonly record struct Work(long LastOffer, int Calls, TimeSpan Talked);
