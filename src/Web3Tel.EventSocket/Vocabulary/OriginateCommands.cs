using Web3Tel.EventSocket.Originating;

namespace Web3Tel.EventSocket;

/// <summary>Making calls, as tasks.</summary>
public static class OriginateCommands
{
    /// <summary>Makes a call in the background, to its answer or its failure.</summary>
    public static Task<OriginateResult> Originate(
        this IEventSocket socket, DialString destination, OriginateOptions options, string application = "park", CancellationToken cancellation = default) =>
        socket.SendAsync(new Originate(destination, application, options: options), cancellation);
}
