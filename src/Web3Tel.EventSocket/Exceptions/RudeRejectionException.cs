namespace Web3Tel.EventSocket;

/// <summary>FreeSWITCH closed the connection because our address is not in its <c>apply-inbound-acl</c>.</summary>
public sealed class RudeRejectionException : UnauthorizedAccessException
{
    public RudeRejectionException()
    {
    }

    public RudeRejectionException(string message)
        : base(message)
    {
    }

    public RudeRejectionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
