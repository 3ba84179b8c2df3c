namespace Web3Tel.Explanation;

/// <summary>An agent who was not chosen, and why.</summary>
public sealed record PassedOver(string Agent, string Name, Obstacle Why);
