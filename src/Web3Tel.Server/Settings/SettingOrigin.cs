namespace Web3Tel.Server.Settings;

/// <summary>Where a setting has its value from.</summary>
public enum SettingOrigin
{
    /// <summary>Nobody has set it.</summary>
    Default,
    File,
    Environment,
    CommandLine,

    /// <summary>From a source that is none of these.</summary>
    Elsewhere,
}
