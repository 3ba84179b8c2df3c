using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Verto;

/// <summary>The connection to mod_verto, signed in as one operator's telephone.</summary>
sealed class SwitchLine : IDisposable
{
    const int LongestMessage = 1_048_576;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly ClientWebSocket socket;
    readonly TextSocket text;

    SwitchLine(ClientWebSocket socket, TimeProvider time)
    {
        this.socket = socket;
        text = new TextSocket(socket, LongestMessage, time);
    }

    /// <param name="url">Where it listens.</param>
    /// <param name="login">Whose telephone it is: <c>1001@domain</c>.</param>
    /// <param name="password">Its password.</param>
    /// <param name="session">Under which id the switch keeps its calls.</param>
    /// <exception cref="EndException">It cannot be reached, or does not let us in.</exception>
    public static async Task<SwitchLine> Connect(Uri url, string login, string password, Guid session, TimeProvider time, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = TimeSpan.Zero } };
        var line = new SwitchLine(socket, time);
        using var patience = new CancellationTokenSource(Patience, time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await socket.ConnectAsync(url, until.Token).ConfigureAwait(false);
            await line.Send(
                VertoJson.Request(0, "login", new JsonObject { ["login"] = login, ["passwd"] = password, ["sessid"] = session.ToString() }), until.Token).ConfigureAwait(false);
            while (await line.Receive(until.Token).ConfigureAwait(false) is { } message)
            {
                using var answer = VertoJson.Read(message);
                if (answer?.RootElement is { } said && said.Text("method") is null)
                {
                    return said.Object("result") is not null ? line : throw new EndException(EndReason.SwitchRefuses);
                }
            }

            throw new EndException(EndReason.SwitchAway);
        }
        catch (Exception e)
        {
            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw e as EndException ?? new EndException(EndReason.SwitchAway, e);
        }
    }

    /// <summary>What it says next; null when it has ended the connection.</summary>
    /// <exception cref="EndException">The connection is broken.</exception>
    public async Task<ReadOnlyMemory<byte>?> Receive(CancellationToken cancellation)
    {
        try
        {
            return await text.Receive(cancellation).ConfigureAwait(false);
        }
        catch (WebSocketException e)
        {
            throw new EndException(EndReason.SwitchAway, e);
        }
    }

    /// <exception cref="EndException">The connection is broken.</exception>
    public async Task Send(JsonObject message, CancellationToken cancellation)
    {
        try
        {
            await text.Send(message, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or IOException)
        {
            throw new EndException(EndReason.SwitchAway, e);
        }
    }

    public Task SayEnd(CancellationToken cancellation) => text.SayEnd(why: null, cancellation);

    public void Dispose() => socket.Dispose();
}
