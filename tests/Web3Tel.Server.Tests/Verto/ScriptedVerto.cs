using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>A mod_verto in the hands of the test: it lets in whoever comes, answers everything with yes, and writes down what it was told.</summary>
sealed class ScriptedVerto : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<JsonObject> heard = [];
    readonly ConcurrentStack<WebSocket> connections = [];
    readonly ConcurrentQueue<int> endedAtSignIns = [];
    int ended;

    ScriptedVerto()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.Run(Serve);
    }

    public Uri Url => new(app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal));

    /// <summary>Whether it lets nobody in.</summary>
    public bool Refuses { get; set; }

    /// <summary>From when on it tells a telephone that it has let it in; others know at once.</summary>
    public Task MayLetIn { get; set; } = Task.CompletedTask;

    /// <summary>From when on it answers what it is asked, but for sign-ins.</summary>
    public Task MayAnswer { get; set; } = Task.CompletedTask;

    /// <summary>How long it takes to hear that a connection ends.</summary>
    public TimeSpan SlowToEnd { get; set; }

    /// <summary>From when on it hears of that at all.</summary>
    public Task MayEnd { get; set; } = Task.CompletedTask;

    /// <summary>How many connections had ended at each sign-in.</summary>
    public int[] EndedAtSignIns => [.. endedAtSignIns];

    /// <summary>All that it was told, sign-ins included. What it says to a telephone that was let in comes after the answer: the sign-in is here only then.</summary>
    public JsonObject[] Heard => [.. heard];

    public JsonObject[] SignIns => [.. heard.Where(one => (string?)one["method"] == "login")];

    /// <summary>What it was told besides sign-ins.</summary>
    public JsonObject[] Asked => [.. heard.Where(one => (string?)one["method"] != "login")];

    /// <summary>How many connections have ended.</summary>
    public int Ended => Volatile.Read(ref ended);

    public static async Task<ScriptedVerto> Start()
    {
        var verto = new ScriptedVerto();
        await verto.app.StartAsync();
        return verto;
    }

    /// <summary>Says something to the telephone that came last.</summary>
    public async Task Say(string method, JsonObject parameters)
    {
        connections.TryPeek(out var last);
        await Send(last!, new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 7, ["method"] = method, ["params"] = parameters });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            connection.Abort();
        }

        await app.DisposeAsync();
    }

    async Task Serve(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        connections.Push(socket);
        var buffer = new byte[100_000];
        try
        {
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } read)
            {
                var message = JsonNode.Parse(buffer.AsSpan(0, read.Count))!.AsObject();
                var isSignIn = (string?)message["method"] == "login";
                if (isSignIn)
                {
                    endedAtSignIns.Enqueue(Ended);
                    await MayLetIn.WaitAsync(context.RequestAborted);
                }
                else
                {
                    heard.Enqueue(message);
                    await MayAnswer.WaitAsync(context.RequestAborted);
                }

                var answer = Refuses ? "error" : "result";
                await Send(socket, new JsonObject { ["jsonrpc"] = "2.0", ["id"] = message["id"]!.DeepClone(), [answer] = new JsonObject { ["message"] = "logged in", ["secret"] = "inner" } });
                if (isSignIn)
                {
                    heard.Enqueue(message);
                }
            }

            await MayEnd.WaitAsync(context.RequestAborted);
            await Task.Delay(SlowToEnd, TimeProvider.System, context.RequestAborted);
            Interlocked.Increment(ref ended);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
            return;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The service has gone.
        }

        Interlocked.Increment(ref ended);
    }

    static Task Send(WebSocket socket, JsonObject message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
