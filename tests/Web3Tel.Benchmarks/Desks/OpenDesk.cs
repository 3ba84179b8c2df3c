using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Web3Tel.Benchmarks.Desks;

/// <summary>
/// An operator's desk as a browser opens it, without the browser: the page, then its circuit over a WebSocket, on which what is rendered is received
/// and confirmed, and not drawn.
/// </summary>
sealed partial class OpenDesk : IAsyncDisposable
{
    static readonly TimeSpan StillThere = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim turn = new(1);
    readonly CancellationTokenSource closed = new();
    readonly TaskCompletionSource lives = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task receiving = Task.CompletedTask;
    Timer? ping;
    (byte[] Text, TaskCompletionSource<long> Seen)? awaited;
    TaskCompletionSource<long>? next;

    /// <summary>How many bytes have come over the circuit.</summary>
    public long Received { get; private set; }

    /// <summary>Returns when the desk lives: what happens is drawn on it from then on.</summary>
    public static async Task<OpenDesk> Open(HttpClient http, string @operator)
    {
        var path = $"/desk?operator={@operator}&lang=en";
        var html = await http.GetStringAsync(new Uri(path, UriKind.Relative));
        var desk = new OpenDesk();
        var site = http.BaseAddress!;
        await desk.socket.ConnectAsync(new Uri($"ws://{site.Authority}/_blazor"), CancellationToken.None);
        await desk.Send(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        desk.receiving = Task.Run(desk.Receive);
        desk.ping = new Timer(_ => _ = desk.Send(PackWriter.Ping()), null, StillThere, StillThere);
        await desk.Send(PackWriter.Invocation("1", "StartCircuit", $"{site}", $"{new Uri(site, path)}", "[]", ""));
        var markers = Marker().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToArray();
        var state = State().Match(html) is { Success: true } kept ? kept.Groups[1].Value : "";
        var operations = string.Join(',', markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}"""));
        await desk.Send(PackWriter.Invocation(null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{{operations}}]}""", state));
        await desk.lives.Task.WaitAsync(Patience);
        return desk;
    }

    /// <summary>The moment in which a text is on the page (<see cref="Stopwatch.GetTimestamp"/>). Ask before what brings it there.</summary>
    public Task<long> Shows(string text)
    {
        var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited = (Encoding.UTF8.GetBytes(text), seen);
        return seen.Task.WaitAsync(Patience);
    }

    /// <summary>The moment in which anything is drawn next.</summary>
    public Task<long> Draws()
    {
        next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        return next.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        if (ping is not null)
        {
            await ping.DisposeAsync();
        }

        await receiving;
        socket.Dispose();
        closed.Dispose();
        turn.Dispose();
    }

    async Task Send(byte[] message)
    {
        if (closed.IsCancellationRequested)
        {
            return;
        }

        await turn.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task Receive()
    {
        var (held, count, greeted) = (new byte[64 * 1024], 0, false);
        try
        {
            while (!closed.IsCancellationRequested)
            {
                if (count == held.Length)
                {
                    Array.Resize(ref held, held.Length * 2);
                }

                var received = await socket.ReceiveAsync(held.AsMemory(count), closed.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    throw new InvalidOperationException($"The circuit was closed: {socket.CloseStatusDescription}");
                }

                count += received.Count;
                Received += received.Count;
                var used = 0;
                if (!greeted && Array.IndexOf(held, (byte)0x1e, 0, count) is var end and >= 0)
                {
                    (greeted, used) = (true, end + 1);
                }

                while (greeted && PackReader.Frame(held.AsSpan(used, count - used)) is var (head, length))
                {
                    await Take(held.AsMemory(used + head, length));
                    used += head + length;
                }

                held.AsSpan(used, count - used).CopyTo(held);
                count -= used;
            }
        }
        catch (OperationCanceledException)
        {
            // Closed by us.
        }
        catch (Exception e)
        {
            lives.TrySetException(e);
            awaited?.Seen.TrySetException(e);
            next?.TrySetException(e);
        }
    }

    async Task Take(ReadOnlyMemory<byte> message)
    {
        var at = Stopwatch.GetTimestamp();
        switch (new PackReader(message.Span).Read())
        {
            case object?[] and [1L, _, _, "JS.RenderBatch", object?[] and [long batch, byte[] drawn], ..]:
                next?.TrySetResult(at);
                if (awaited is { } wanted && drawn.AsSpan().IndexOf(wanted.Text) >= 0)
                {
                    wanted.Seen.TrySetResult(at);
                }

                await Send(PackWriter.Invocation(null, "OnRenderCompleted", batch, null));
                break;
            case object?[] and [1L, _, _, "JS.BeginInvokeJS", object?[] and [long task, ..], ..]:
                await Send(PackWriter.Invocation(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,null]"));
                break;
            case object?[] and [1L, _, _, "JS.EndUpdateRootComponents", ..]:
                lives.TrySetResult();
                break;
            case object?[] and [1L, _, _, "JS.Error", object?[] and [var why, ..], ..]:
                throw new InvalidOperationException($"The circuit has an error: {why}");
            case object?[] and [3L, _, _, 1L, var why]:
                throw new InvalidOperationException($"The circuit refuses: {why}");
            case object?[] and [3L, _, "1", 2L or 3L, ..] and not [_, _, _, _, string]:
                throw new InvalidOperationException("The circuit has not begun.");
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
