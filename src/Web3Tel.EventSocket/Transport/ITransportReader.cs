namespace Web3Tel.EventSocket.Transport;

/// <summary>What reads a <see cref="ITransport"/>. Calls are serialized: never two at a time, none after <see cref="Closed"/>.</summary>
public interface ITransportReader
{
    /// <summary>Some bytes have arrived. They are valid only during the call.</summary>
    void Received(ReadOnlySpan<byte> bytes);

    /// <summary>Nothing more will arrive.</summary>
    /// <param name="reason">Why, or null when the other side closed in good order or we disposed it.</param>
    void Closed(Exception? reason);
}
