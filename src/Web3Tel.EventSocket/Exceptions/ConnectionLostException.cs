namespace Web3Tel.EventSocket;

/// <summary>The connection is gone, or is not there yet; what was waited for will not come. Whether it was done is unknown.</summary>
public sealed class ConnectionLostException : IOException
{
    public ConnectionLostException()
    {
    }

    public ConnectionLostException(string message)
        : base(message)
    {
    }

    public ConnectionLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
