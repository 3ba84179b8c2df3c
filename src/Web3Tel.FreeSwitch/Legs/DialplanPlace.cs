namespace Web3Tel.FreeSwitch.Legs;

/// <summary>Where in the dialplan a call comes from and can be sent again.</summary>
sealed record DialplanPlace(string Extension, string Dialplan, string Context)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static DialplanPlace? Read(string text) =>
        text.Split(':') is [{ Length: > 0 } extension, var dialplan, var context] ? new DialplanPlace(extension, dialplan, context) : null;

    public override string ToString() => $"{Extension}:{Dialplan}:{Context}";
}
