using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>The WebSocket of a page, in the hands of a test: it sends what no page of ours would.</summary>
sealed class PageTelephone(ClientWebSocket socket) : IDisposable
{
    public const string Sdp = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" + Media + "\r\n" + Proof;

    /// <summary>The line of the stream of sound.</summary>
    public const string Media = "m=audio 9 UDP/TLS/RTP/SAVPF 111";

    /// <summary>That sound goes only where it is asked for, encrypted.</summary>
    public const string Proof = "a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=fingerprint:sha-256 00:11\r\n";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    int ids;

    /// <summary>Whether it says, as every browser does, that it has heard of its end.</summary>
    public bool Answers { get; set; } = true;

    /// <param name="client">Whose cookies come along.</param>
    /// <param name="service">The service's address.</param>
    /// <param name="origin">From which site's page; null for none.</param>
    public static async Task<PageTelephone> Open(HttpClient client, Uri service, string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        if (client.DefaultRequestHeaders.Authorization is { } token)
        {
            socket.Options.SetRequestHeader("Authorization", token.ToString());
        }

        try
        {
            await socket.ConnectAsync(new Uri(service.ToString().Replace("http", "ws", StringComparison.Ordinal) + "verto"), client, TestContext.Current.CancellationToken);
            return new PageTelephone(socket);
        }
        catch (WebSocketException e)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw new RefusedException(status, e);
        }
    }

    public Task Send(string method, JsonObject parameters) =>
        SendText(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++ids, ["method"] = method, ["params"] = parameters }.ToJsonString());

    public Task SendText(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>The next message; null when there will be none, and <see cref="Code"/> says why.</summary>
    public async Task<JsonObject?> Hears()
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        var buffer = new byte[100_000];
        var read = await socket.ReceiveAsync(buffer, patience.Token);
        if (read.MessageType != WebSocketMessageType.Close)
        {
            return JsonNode.Parse(buffer.AsSpan(0, read.Count))!.AsObject();
        }

        if (Answers && socket.State == WebSocketState.CloseReceived)
        {
            await SayEnd(patience.Token);
        }

        return null;
    }

    /// <summary>Reads until it is cut off, and gives the code; null when it was without any.</summary>
    public async Task<int?> Code()
    {
        try
        {
            while (await Hears() is not null)
            {
            }
        }
        catch (WebSocketException)
        {
            return null;
        }

        return (int?)socket.CloseStatus;
    }

    public Task Close() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);

    public void Dispose() => socket.Dispose();

    async Task SayEnd(CancellationToken cancellation)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Nobody hears it any more.
        }
    }

    /// <summary>It was not let in.</summary>
    public sealed class RefusedException(HttpStatusCode status, Exception inner) : Exception($"{status}", inner)
    {
        public HttpStatusCode Status => status;
    }
}
