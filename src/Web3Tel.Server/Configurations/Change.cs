namespace Web3Tel.Server.Configurations;

/// <summary>A configuration that somebody wants to be valid.</summary>
/// <param name="Expected">The version it was made from: another valid one refuses it.</param>
/// <param name="Repeats">The version gone back to; null for none.</param>
sealed record Change(string Text, int Expected, string By, string Comment, int? Repeats = null);
