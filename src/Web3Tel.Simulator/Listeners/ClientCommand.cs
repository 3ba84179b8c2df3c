namespace Web3Tel.Simulator.Listeners;

/// <summary>What a client asks: a line, headers below it, and perhaps a body.</summary>
sealed record ClientCommand(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Verb => Line.Split(' ', 2)[0];

    public string Argument => Line.Split(' ', 2) is [_, var argument] ? argument.Trim() : "";

    public string? this[string header] => Headers.GetValueOrDefault(header);
}
