namespace Web3Tel.WhatIf;

/// <summary>One queue three times.</summary>
/// <param name="Queue">Null for all together.</param>
/// <param name="Real">As it was.</param>
/// <param name="Rerun">Run again with nothing changed: how far it is from the real day is how far the method errs.</param>
/// <param name="WhatIf">Run again with what was proposed.</param>
public sealed record QueueFigures(string? Queue, Figures Real, Figures Rerun, Figures WhatIf);
