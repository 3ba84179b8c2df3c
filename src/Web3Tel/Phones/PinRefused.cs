namespace Web3Tel.Phones;

/// <summary>Somebody did not get into the phone menu.</summary>
/// <param name="Phone">The telephone, as the directory knows its user.</param>
/// <param name="Agent">Whom they said to be; null when that is no agent.</param>
/// <param name="IsLocked">Whether nobody gets in as that agent for a while.</param>
public sealed record PinRefused(string Phone, string? Agent, bool IsLocked);
