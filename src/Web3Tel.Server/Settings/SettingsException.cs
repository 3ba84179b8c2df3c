using System.Collections.Immutable;

namespace Web3Tel.Server.Settings;

/// <summary>The settings will not do; <see cref="Errors"/> has everything that is wrong, so that it can be mended in one go.</summary>
sealed class SettingsException(ImmutableArray<SettingsError> errors)
    : Exception($"{errors.Length} setting(s) will not do:{Environment.NewLine}{string.Join(Environment.NewLine, errors.Select(error => $"  - {error}"))}")
{
    public ImmutableArray<SettingsError> Errors { get; } = errors;
}
