namespace Web3Tel.EventSocket.Commands;

/// <summary>Something to ask of FreeSWITCH: data, carried out when it is sent.</summary>
public abstract record Command
{
    /// <summary>How long to wait for the end of it. Default: what the socket's options say.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Writes the whole command.</summary>
    protected internal abstract void Write(CommandWriter writer);
}
