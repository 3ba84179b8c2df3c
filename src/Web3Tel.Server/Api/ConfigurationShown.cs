using System.Text.Json.Nodes;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Api;

/// <summary>A version of the configuration.</summary>
/// <param name="Since">When it was published.</param>
/// <param name="IsValid">Whether it is valid now.</param>
/// <param name="Repeats">The version gone back to; null for none.</param>
record VersionShown(int Version, DateTimeOffset Since, string By, string Comment, DocumentSource Source, int? Repeats, bool IsValid)
{
    public static VersionShown Of(ConfigurationKeeper keeper, DocumentVersion version) => new(
        version.Number, version.At, version.Content.By, version.Content.Comment, version.Content.Source, version.Content.Repeats, version.Number == keeper.Valid.Number);
}

/// <summary>The same with its document, PINs hidden.</summary>
/// <param name="Settings">What the settings say otherwise, in a sentence; null when they say the same, or it is not the valid one.</param>
/// <param name="Changes">What the publication changed; null when nothing was published.</param>
sealed record ConfigurationShown(
    int Version, DateTimeOffset Since, string By, string Comment, DocumentSource Source, int? Repeats, bool IsValid, JsonObject Document, string? Settings, IReadOnlyList<string>? Changes = null)
    : VersionShown(Version, Since, By, Comment, Source, Repeats, IsValid)
{
    public static new ConfigurationShown Of(ConfigurationKeeper keeper, DocumentVersion version)
    {
        var document = ConfigurationKeeper.Read(version);
        var isValid = version.Number == keeper.Valid.Number;
        var content = version.Content;
        return new ConfigurationShown(
            version.Number,
            version.At,
            content.By,
            content.Comment,
            content.Source,
            content.Repeats,
            isValid,
            KeptPins.Hide(document),
            isValid ? OfSettings(Differences.Between(document, keeper.OfSettings).Count) : null);
    }

    static string? OfSettings(int differences) => differences == 0
        ? null
        : $"The settings differ from this version in {differences} place(s), and what they say there is not used. GET /api/configuration/settings tells where; POST /api/configuration/settings publishes them.";
}

/// <summary>What the settings would make of the configuration.</summary>
/// <param name="Version">The valid version.</param>
/// <param name="Changes">What they would change.</param>
/// <param name="Document">The configuration of the settings, PINs hidden.</param>
sealed record SettingsShown(int Version, IReadOnlyList<string> Changes, JsonObject Document);
