namespace Web3Tel.EventSocket.Commands;

/// <summary>How events are written on the wire.</summary>
public enum EventFormat
{
    /// <summary>Lines. Cheapest for FreeSWITCH and for us, but a value that already holds a <c>%XX</c> does not come exactly.</summary>
    Plain,

    /// <summary>JSON. Exact.</summary>
    Json,
}
