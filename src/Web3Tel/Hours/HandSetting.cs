namespace Web3Tel.Hours;

/// <summary>Somebody has opened or closed by hand, whatever the calendar says.</summary>
/// <param name="Until">When the calendar counts again.</param>
public sealed record HandSetting(bool Open, DateTimeOffset Until);
