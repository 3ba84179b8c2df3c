namespace Web3Tel.EventSocket;

/// <summary>How to stay connected to FreeSWITCH.</summary>
public sealed record InboundSocketOptions : EventSocketOptions
{
    /// <summary>The password of mod_event_socket. Default: FreeSWITCH's own default.</summary>
    public string Password { get; init; } = "ClueCon";

    /// <summary>A directory user to log in as, such as <c>1000@example.com</c>; the password is then theirs. Default: none.</summary>
    public string? User { get; init; }

    /// <summary>How long connecting and logging in may take. Default: 10 seconds.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before the second attempt; it doubles with each one. Default: 250 ms.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two attempts. Default: 15 seconds.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Spreads the attempts of many clients: each wait is cut by up to half. Default: shared and unseeded.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Everything but the password.</summary>
    public override string ToString() => $"{nameof(InboundSocketOptions)} {{ {nameof(User)} = {User} }}";
}
