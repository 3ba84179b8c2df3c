using LiteDB;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Configurations;

/// <summary>The valid version of a service that may be running, for who looks at it from outside.</summary>
static class LastPublished
{
    /// <summary>The settings with what was published; as they are where nothing was, where they are newer, or where it cannot be read.</summary>
    /// <exception cref="SettingsException">What was published will not do with these settings.</exception>
    public static ServiceSettings In(ServiceSettings settings)
    {
        var path = Path.Combine(settings.Data, "versions.db");
        if (settings.SettingsWin || !File.Exists(path))
        {
            return settings;
        }

        // Opening writes, and the original may be in use.
        var copy = Directory.CreateTempSubdirectory("web3tel-");
        try
        {
            return Read(path, copy.FullName) is { Content.Source: DocumentSource.Api } published
                ? ConfigurationDocument.Over(settings, ConfigurationKeeper.Read(published), ServiceSteps.Own)
                : settings;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LiteException)
        {
            return settings;
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    static DocumentVersion? Read(string path, string folder)
    {
        var to = Path.Combine(folder, Path.GetFileName(path));
        File.Copy(path, to);
        if (File.Exists(DatabaseFile.LogOf(path)))
        {
            File.Copy(DatabaseFile.LogOf(path), DatabaseFile.LogOf(to));
        }

        using var file = VersionFile.OpenChecked(to, name => new PageFile(name));
        return file.Last(ConfigurationKeeper.Kind, DocumentState.Published);
    }
}
