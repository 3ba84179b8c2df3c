namespace Web3Tel.FreeSwitch.Legs;

/// <summary>Where in the dialplan a call comes from and can be sent again.</summary>
sealed record DialplanPlace(string Extension, string Dialplan, string Context)
{
    public override string ToString() => $"{Extension}:{Dialplan}:{Context}";
}
