namespace Web3Tel.Server.Settings;

/// <summary>A setting that will not do.</summary>
/// <param name="Key">Its full name: <c>Web3Tel:FreeSwitch:Port</c>.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Fix">What to do.</param>
sealed record SettingsError(string Key, string What, string Fix)
{
    public override string ToString() => $"{Key} {What} {Fix}";
}
