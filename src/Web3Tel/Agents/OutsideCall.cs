namespace Web3Tel.Agents;

/// <summary>The agent's phone is in a call that the call center has not made: the agent's own, or to our service numbers.</summary>
/// <param name="Until">When it is not believed any more, should nobody tell of its end.</param>
/// <param name="Node">The switch that told of it.</param>
public sealed record OutsideCall(DateTimeOffset Since, DateTimeOffset Until, string Node);
