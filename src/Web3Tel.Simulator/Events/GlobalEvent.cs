namespace Web3Tel.Simulator.Events;

/// <summary>An event of no channel.</summary>
sealed class GlobalEvent(EventKind kind, Header[] headers, string? body = null, string? owner = null) : SwitchEvent(kind)
{
    public override string? OwnerId => owner;

    public override void Write(IHeaderSink sink)
    {
        foreach (var header in headers)
        {
            sink.Add(header.Name, header.Value);
        }

        if (body is not null)
        {
            sink.Body(body);
        }
    }
}
