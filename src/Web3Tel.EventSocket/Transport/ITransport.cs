namespace Web3Tel.EventSocket.Transport;

/// <summary>
/// One two-way stream of bytes, in callback style so that the protocol on top of it has no threads of its own:
/// TCP in production, memory on virtual time in tests.
/// </summary>
/// <remarks>Disposing closes it; <see cref="ITransportReader.Closed"/> is then still called, once.</remarks>
public interface ITransport : IDisposable
{
    /// <summary>The other side as a person would write it, such as <c>127.0.0.1:8021</c>.</summary>
    string Peer { get; }

    /// <summary>Begins to deliver what arrives. Called once; nothing is read before.</summary>
    void Start(ITransportReader reader);

    /// <summary>Copies the bytes into the outgoing stream and returns at once. What is written close together leaves together.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
