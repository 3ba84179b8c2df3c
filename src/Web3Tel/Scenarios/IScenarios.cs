using System.Collections.Immutable;

namespace Web3Tel.Scenarios;

/// <summary>The scenarios that calls go through. A call takes the current version at its beginning and stays on it.</summary>
public interface IScenarios
{
    /// <summary>The published version of each.</summary>
    ImmutableArray<Scenario> Current { get; }

    /// <summary>A version that calls may have begun with; null when it is not kept.</summary>
    Scenario? Find(string name, int version);
}
