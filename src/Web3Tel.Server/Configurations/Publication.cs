using System.Collections.Immutable;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Configurations;

/// <summary>What became of a change.</summary>
abstract record Publication
{
    Publication()
    {
    }

    /// <summary>It is on the disk and valid, or would be.</summary>
    /// <param name="Version">The new version; the valid one where there is none, null where neither is.</param>
    /// <param name="Differences">What it changes; nothing where it says what is valid already.</param>
    public sealed record Done(DocumentVersion? Version, IReadOnlyList<Difference> Differences) : Publication;

    /// <summary>It will not do, as a whole.</summary>
    public sealed record Wrong(ImmutableArray<SettingsError> Errors) : Publication
    {
        /// <summary>What is wrong with the scenario itself, where it is one.</summary>
        public ImmutableArray<ScenarioProblem> Problems { get; init; } = [];
    }

    /// <summary>There is nothing of this name that is valid.</summary>
    public sealed record Unknown : Publication;

    /// <summary>Somebody published another one meanwhile.</summary>
    /// <param name="Valid">The valid version.</param>
    public sealed record Outrun(DocumentVersion Valid) : Publication;

    /// <summary>The disk does not take it: nothing has changed.</summary>
    public sealed record NotKept(string Why) : Publication;
}
