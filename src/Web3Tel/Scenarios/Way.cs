namespace Web3Tel.Scenarios;

/// <summary>A way on from a step.</summary>
/// <param name="Name">Its name in the data, such as <c>next</c> or <c>keys.1</c>.</param>
/// <param name="Step">Id of the step it leads to; null for nowhere.</param>
/// <param name="IsNeeded">Whether it must lead somewhere.</param>
/// <param name="WithoutCaller">Whether also a caller who does nothing may go it.</param>
public readonly record struct Way(string Name, string? Step, bool IsNeeded = true, bool WithoutCaller = true);
