using System.Diagnostics;

namespace Web3Tel.EventSocket;

/// <summary>How it stands with an inbound connection.</summary>
public abstract record ConnectionState
{
    private ConnectionState()
    {
    }

    /// <summary>Trying to connect.</summary>
    /// <param name="Attempt">The first, the second, … in a row.</param>
    public sealed record Connecting(int Attempt) : ConnectionState;

    /// <summary>Authenticated and set up as before: commands go out.</summary>
    /// <param name="Peer">The other side's address.</param>
    public sealed record Connected(string Peer) : ConnectionState;

    /// <summary>Not connected. Commands fail at once; it will be tried again.</summary>
    /// <param name="Reason">What went wrong; null when FreeSWITCH closed in good order.</param>
    /// <param name="RetryIn">When it will be tried again.</param>
    public sealed record Disconnected(Exception? Reason, TimeSpan RetryIn) : ConnectionState
    {
        /// <summary>The reason in words: the same for as long as nothing else goes wrong.</summary>
        public string Why => Reason?.Message ?? "closed by FreeSWITCH";
    }

    /// <summary>Over; it will not be tried again.</summary>
    /// <param name="Reason">What makes trying useless; null when it was disposed.</param>
    public sealed record Stopped(Exception? Reason) : ConnectionState;

    /// <summary>In a person's words.</summary>
    public sealed override string ToString() => this switch
    {
        Connecting state => $"connecting, attempt {state.Attempt}",
        Connected state => $"connected to {state.Peer}",
        Disconnected state => $"disconnected ({state.Why}), next attempt in {state.RetryIn}",
        Stopped state => $"stopped ({state.Reason?.Message ?? "disposed"})",
        _ => throw new UnreachableException(),
    };
}
