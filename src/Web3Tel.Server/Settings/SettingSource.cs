using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Web3Tel.Server.Settings;

/// <summary>Where a setting has its value from.</summary>
/// <param name="File">The file's path, where it is one.</param>
sealed record SettingSource(SettingOrigin Origin, string? File = null)
{
    /// <param name="key">Its full name: <c>Web3Tel:Mail:Host</c>.</param>
    public static SettingSource Of(IConfiguration settings, string key) =>
        (settings as IConfigurationRoot)?.Providers.LastOrDefault(provider => provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value)) switch
        {
            null => new SettingSource(SettingOrigin.Default),
            JsonConfigurationProvider { Source: { Path: { } path } source } => new SettingSource(SettingOrigin.File, source.FileProvider?.GetFileInfo(path).PhysicalPath ?? path),
            EnvironmentVariablesConfigurationProvider => new SettingSource(SettingOrigin.Environment),
            CommandLineConfigurationProvider => new SettingSource(SettingOrigin.CommandLine),
            _ => new SettingSource(SettingOrigin.Elsewhere),
        };
}
