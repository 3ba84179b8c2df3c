using System.Text.Json.Nodes;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>A document with versions, as it lies in the workshop: the configuration, or a scenario.</summary>
abstract class Workbench
{
    /// <summary>What its versions are kept under.</summary>
    public abstract string Kind { get; }

    public abstract VersionStore Store { get; }

    /// <summary>The version that counts; null for none.</summary>
    public abstract DocumentVersion? Valid { get; }

    /// <summary>A draft later than that; null for none.</summary>
    public virtual DocumentVersion? Draft => null;

    /// <summary>What there is to begin with where nothing is.</summary>
    public virtual string Blank => "{}";

    /// <summary>Whether drafts can be kept.</summary>
    public virtual bool HasDrafts => false;

    /// <summary>As it is edited.</summary>
    public abstract string TextOf(DocumentVersion version);

    /// <summary>Whether something stands in the text that no browser shall keep, or nobody can tell.</summary>
    public virtual bool HasSecrets(string text) => false;

    public abstract Task<Publication> Check(Change change);

    public abstract Task<Publication> Publish(Change change);

    public virtual Task<Publication> KeepDraft(Change change) => throw new NotSupportedException($"There are no drafts of the {Kind}.");

    /// <summary>What one version has otherwise than another.</summary>
    public abstract IReadOnlyList<Difference> Compare(DocumentVersion before, DocumentVersion after);

    /// <summary>The same in the reader's language.</summary>
    public abstract IReadOnlyList<string> Told(IEnumerable<Difference> differences, string language);

    /// <summary>The configuration.</summary>
    public sealed class OfConfiguration(ConfigurationKeeper keeper) : Workbench
    {
        public override string Kind => ConfigurationKeeper.Kind;

        public override VersionStore Store => keeper.Versions;

        public override DocumentVersion? Valid => keeper.Valid;

        public override string TextOf(DocumentVersion version) => ConfigurationDocument.Write(KeptPins.Hide(ConfigurationKeeper.Read(version)));

        public override bool HasSecrets(string text) => ConfigurationDocument.Parse(text).Document is not { } document || KeptPins.AreIn(document);

        public override Task<Publication> Check(Change change) => keeper.Check(change);

        public override Task<Publication> Publish(Change change) => keeper.Publish(change);

        public override IReadOnlyList<Difference> Compare(DocumentVersion before, DocumentVersion after) =>
            Differences.Between(ConfigurationKeeper.Read(before), ConfigurationKeeper.Read(after));

        public override IReadOnlyList<string> Told(IEnumerable<Difference> differences, string language) => DifferenceWords.OfConfiguration(differences, language);
    }

    /// <summary>A scenario by its name, be it there or not yet.</summary>
    public sealed class OfScenario(string name, ScenarioKeeper keeper, ScenarioVersions versions) : Workbench
    {
        public override string Kind => KeptScenario.KindOf(name);

        public override VersionStore Store => versions.Store;

        public override DocumentVersion? Valid => versions.All.GetValueOrDefault(name)?.Valid;

        public override DocumentVersion? Draft => versions.All.GetValueOrDefault(name)?.Draft;

        public override bool HasDrafts => true;

        public override string Blank => ConfigurationDocument.Write(new JsonObject
        {
            ["name"] = name,
            ["language"] = "English",
            ["start"] = "hello",
            ["steps"] = new JsonObject
            {
                ["hello"] = new JsonObject { ["do"] = "greeting", ["prompt"] = new JsonObject { ["en"] = "Welcome", ["ru"] = "Здравствуйте" }, ["next"] = "message" },
                ["message"] = new JsonObject { ["do"] = "voicemail" },
            },
        });

        /// <summary>A draft is as somebody wrote it.</summary>
        public override string TextOf(DocumentVersion version) =>
            version.Content.State == DocumentState.Draft ? version.Content.Text : ConfigurationDocument.Write(ScenarioKeeper.Document(version.Content.Text));

        public override Task<Publication> Check(Change change) => keeper.Check(name, change);

        public override Task<Publication> Publish(Change change) => keeper.Publish(name, change);

        public override Task<Publication> KeepDraft(Change change) => keeper.KeepDraft(name, change);

        public override IReadOnlyList<Difference> Compare(DocumentVersion before, DocumentVersion after) => ScenarioKeeper.Compare(before.Content.Text, after.Content.Text);

        public override IReadOnlyList<string> Told(IEnumerable<Difference> differences, string language) => DifferenceWords.OfScenario(differences, language);
    }
}
