using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Configurations;

/// <summary>The valid version of a service that may be running, for who looks at it from outside.</summary>
static class LastPublished
{
    /// <summary>The settings with what was published; as they are where nothing was, where they are newer, or where it cannot be read.</summary>
    /// <exception cref="SettingsException">What is valid will not do with these settings.</exception>
    public static ServiceSettings In(ServiceSettings settings) => !VersionsOnDisk.Are(settings.Data)
        ? settings
        : ConfigurationDocument.Over(
            settings,
            (settings.SettingsWin ? null : Published(settings)) is { Content.Source: DocumentSource.Api } published ? ConfigurationKeeper.Read(published) : ConfigurationDocument.Of(settings),
            ServiceSteps.Own);

    static DocumentVersion? Published(ServiceSettings settings) => VersionsOnDisk.Read(settings.Data)
        .Where(version => version.Content is { Kind: ConfigurationKeeper.Kind, State: DocumentState.Published }).MaxBy(version => version.Number);
}
