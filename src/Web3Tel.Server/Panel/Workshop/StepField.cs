using System.Collections.Immutable;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>A field of a step, as it is filled in.</summary>
/// <param name="Name">Its name in the data.</param>
/// <param name="Default">What counts when it is left out, to be read; empty for nothing.</param>
public sealed record StepField(string Name, StepFieldKind Kind, bool IsNeeded, string Default, ImmutableArray<string> Choices);
