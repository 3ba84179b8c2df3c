namespace Web3Tel.EventSocket;

/// <summary>The other side sent what is not Event Socket, or more than we allow.</summary>
public sealed class ProtocolException : IOException
{
    public ProtocolException()
    {
    }

    public ProtocolException(string message)
        : base(message)
    {
    }

    public ProtocolException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
