namespace Web3Tel.Server.Board;

/// <summary>Somebody an operator asks while the caller hears music.</summary>
/// <param name="To">An operator's id, or a number.</param>
/// <param name="Name">The operator's name, or the number.</param>
/// <param name="Since">Since when it rings, or since when they talk.</param>
/// <param name="Talks">They talk: the caller can be handed over.</param>
public sealed record ConsultOnBoard(string To, string Name, DateTimeOffset Since, bool Talks);
