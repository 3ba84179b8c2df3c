using System.Collections.Immutable;
using System.Reactive;
using Web3Tel.Distribution;

namespace Web3Tel.Flows;

/// <summary>Flows by name, of which there may be others from time to time.</summary>
public interface INamedSteps
{
    /// <summary>The names that settings may lead to at this moment.</summary>
    ImmutableArray<string> Names { get; }

    /// <summary>Null for a name that is none of these.</summary>
    Flow<Unit>? Find(string name, Distributor center);
}
