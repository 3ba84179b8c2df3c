namespace Web3Tel.EventSocket;

/// <summary>The other side does not read, and more has been written than we keep for it.</summary>
public sealed class OutgoingOverflowException : IOException
{
    public OutgoingOverflowException()
    {
    }

    public OutgoingOverflowException(string message)
        : base(message)
    {
    }

    public OutgoingOverflowException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
