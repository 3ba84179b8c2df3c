using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Verto;

/// <summary>A WebSocket that carries JSON, one message after another, none of them longer than it may be.</summary>
sealed class TextSocket(WebSocket socket, int longest, TimeProvider time)
{
    /// <summary>Who does not read for so long is gone.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim turn = new(1);

    /// <summary>The next message; null when the other side has ended the connection.</summary>
    /// <exception cref="EndException">It is no text, or too long.</exception>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    public async Task<ReadOnlyMemory<byte>?> Receive(CancellationToken cancellation)
    {
        var message = new ArrayBufferWriter<byte>(4_096);
        while (true)
        {
            var read = await socket.ReceiveAsync(message.GetMemory(4_096), cancellation).ConfigureAwait(false);
            message.Advance(read.Count);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (read.MessageType != WebSocketMessageType.Text)
            {
                throw new EndException(EndReason.NotText);
            }

            if (message.WrittenCount > longest)
            {
                throw new EndException(EndReason.TooBig);
            }

            if (read.EndOfMessage)
            {
                return message.WrittenMemory;
            }
        }
    }

    public async Task Send(JsonObject message, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        await turn.WaitAsync(until.Token).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, until.Token).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Says that there is no more to say; the other side says so, too, and then <see cref="Receive"/> gives nothing more.</summary>
    public async Task SayEnd(EndReason? why, CancellationToken cancellation)
    {
        try
        {
            await turn.WaitAsync(cancellation).ConfigureAwait(false);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus?)why ?? WebSocketCloseStatus.NormalClosure, why?.ToString(), cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException or IOException)
        {
            socket.Abort();
        }
    }
}
