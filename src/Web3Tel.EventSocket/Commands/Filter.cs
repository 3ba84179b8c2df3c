using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// Lets through only events with that header and value. Several filters are alternatives, and an event that has none of
/// their headers is dropped, BACKGROUND_JOB included.
/// </summary>
public sealed record Filter : LineCommand
{
    public Filter(string header, string value)
    {
        Header = OneLine.RequireWord(header);
        Value = OneLine.Require(value);
    }

    public string Header { get; }

    public string Value { get; }

    protected override string Text => $"filter {Header} {Value}";

    internal override SessionSetup Remember(SessionSetup setup) => setup with { Filters = setup.Filters.Add(this) };
}
