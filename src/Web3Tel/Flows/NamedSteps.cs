using System.Collections.Immutable;
using System.Reactive;
using Web3Tel.Distribution;

namespace Web3Tel.Flows;

/// <summary>
/// Flows by name, for callers who leave a queue: settings lead to them by that name. Immutable. The flow of a caller who comes back after the
/// service was away begins anew, with the time waited kept.
/// </summary>
public sealed class NamedSteps
{
    public static readonly NamedSteps None = new(ImmutableSortedDictionary.Create<string, Func<Distributor, Flow<Unit>>>(StringComparer.Ordinal), []);

    readonly ImmutableSortedDictionary<string, Func<Distributor, Flow<Unit>>> _steps;
    readonly ImmutableArray<INamedSteps> _families;

    NamedSteps(ImmutableSortedDictionary<string, Func<Distributor, Flow<Unit>>> steps, ImmutableArray<INamedSteps> families) =>
        (_steps, _families) = (steps, families);

    /// <summary>In order, those of this moment.</summary>
    public ImmutableArray<string> Names => [.. _steps.Keys.Concat(_families.SelectMany(family => family.Names)).Order(StringComparer.Ordinal)];

    /// <param name="name">Letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</param>
    /// <param name="step">Makes the flow, for a call center that callers may join a queue of again.</param>
    /// <exception cref="ArgumentException">The name is taken, or is none.</exception>
    public NamedSteps Add(string name, Func<Distributor, Flow<Unit>> step) =>
        !ConfigurationCheck.IsName(name) ? throw new ArgumentException($"'{name}' is no name for a step: use A-Z, a-z, 0-9, '.', '-' and '_'.", nameof(name))
        : _steps.ContainsKey(name) ? throw new ArgumentException($"There is a step '{name}' already.", nameof(name))
        : new NamedSteps(_steps.Add(name, step), _families);

    /// <summary>Steps whose names come and go; those added one by one go before them.</summary>
    public NamedSteps Add(INamedSteps family) => new(_steps, _families.Add(family));

    /// <summary>Null for a name nobody has registered.</summary>
    internal Flow<Unit>? Find(string name, Distributor center) =>
        _steps.GetValueOrDefault(name)?.Invoke(center) ?? _families.Select(family => family.Find(name, center)).FirstOrDefault(flow => flow is not null);
}
