namespace Web3Tel.Simulator.Channels;

/// <summary>One action of the dialplan: an application and what it is given.</summary>
public readonly record struct DialplanAction(string Application, string Data = "");
