namespace Web3Tel.EventSocket;

/// <summary>FreeSWITCH did not accept the password.</summary>
public sealed class AuthenticationFailedException : UnauthorizedAccessException
{
    public AuthenticationFailedException()
    {
    }

    public AuthenticationFailedException(string message)
        : base(message)
    {
    }

    public AuthenticationFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
