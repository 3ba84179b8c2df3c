using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Takes back a filter, or every filter on a header.</summary>
public sealed record FilterDelete : LineCommand
{
    /// <param name="header">The header that the filter is on.</param>
    /// <param name="value">Its value; null for every filter on the header.</param>
    public FilterDelete(string header, string? value = null)
    {
        Header = OneLine.RequireWord(header);
        Value = value is null ? null : OneLine.Require(value);
    }

    public string Header { get; }

    public string? Value { get; }

    protected override string Text => Value is null ? $"filter delete {Header}" : $"filter delete {Header} {Value}";

    internal override SessionSetup Remember(SessionSetup setup) => setup with
    {
        Filters = setup.Filters.RemoveAll(filter => filter.Header == Header && (Value is null || filter.Value == Value)),
    };
}
