using System.Text.Json.Nodes;
using Web3Tel.Scenarios;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Api;

/// <summary>A version of a scenario.</summary>
/// <param name="Since">When it was kept.</param>
/// <param name="State">Whether it is a draft, was published, or took the scenario out.</param>
/// <param name="Repeats">The draft published, or the version gone back to; null for neither.</param>
/// <param name="IsValid">Whether calls that come go through it.</param>
record ScenarioVersionShown(string Name, int Version, DateTimeOffset Since, string By, string Comment, DocumentState State, DocumentSource Source, int? Repeats, bool IsValid)
{
    public static ScenarioVersionShown Of(ScenarioVersions versions, string name, DocumentVersion version) => new(
        name,
        version.Number,
        version.At,
        version.Content.By,
        version.Content.Comment,
        version.Content.State,
        version.Content.Source,
        version.Content.Repeats,
        version.Number == versions.All.GetValueOrDefault(name)?.Valid?.Number);
}

/// <summary>The same with its document.</summary>
/// <param name="Problems">What is wrong with it, as things are now.</param>
/// <param name="Changes">What the publication changed; null when nothing was published.</param>
sealed record ScenarioShown(
    string Name,
    int Version,
    DateTimeOffset Since,
    string By,
    string Comment,
    DocumentState State,
    DocumentSource Source,
    int? Repeats,
    bool IsValid,
    JsonObject Document,
    IReadOnlyList<ScenarioProblem> Problems,
    IReadOnlyList<string>? Changes = null) : ScenarioVersionShown(Name, Version, Since, By, Comment, State, Source, Repeats, IsValid)
{
    public static ScenarioShown Of(ScenarioVersions versions, ScenarioKeeper keeper, string name, DocumentVersion version)
    {
        var plain = ScenarioVersionShown.Of(versions, name, version);
        return new ScenarioShown(
            plain.Name,
            plain.Version,
            plain.Since,
            plain.By,
            plain.Comment,
            plain.State,
            plain.Source,
            plain.Repeats,
            plain.IsValid,
            ScenarioKeeper.Document(version.Content.Text),
            keeper.Problems(name, version.Content.Text));
    }
}
