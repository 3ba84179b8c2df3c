using System.Net;
using System.Net.Sockets;
using System.Text;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>An event socket that answers as it is told, command by command.</summary>
sealed class FakeEventSocket : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ending = new();
    readonly Func<string, string?> answer;
    readonly Task serving;

    /// <param name="answer">The answer to an api command; null for a connection that is closed instead.</param>
    public FakeEventSocket(Func<string, string?> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = Serve();
    }

    public string Password { get; set; } = "hush";

    /// <summary>What it says first; by default it asks for the password.</summary>
    public string Greeting { get; set; } = "Content-Type: auth/request\n\n";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving;
        listener.Stop();
        ending.Dispose();
    }

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ending.Token);
                await Serve(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    async Task Serve(NetworkStream stream)
    {
        try
        {
            await Talk(stream);
        }
        catch (IOException)
        {
            // This client has gone, and the next one may come.
        }
    }

    async Task Talk(NetworkStream stream)
    {
        await Send(stream, Greeting);
        var reader = new CommandReader();
        var buffer = new byte[4_096];
        while (await stream.ReadAsync(buffer, ending.Token) is var count and > 0)
        {
            foreach (var command in Read(reader, buffer.AsSpan(0, count)))
            {
                if (Reply(command) is not { } reply)
                {
                    return;
                }

                await Send(stream, reply);
            }
        }
    }

    string? Reply(ReceivedCommand command) => command.Verb switch
    {
        "auth" => $"Content-Type: command/reply\nReply-Text: {(command.Arguments == Password ? "+OK accepted" : "-ERR invalid")}\n\n",
        "api" => answer(command.Arguments) is { } body ? $"Content-Type: api/response\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\n\n{body}" : null,
        _ => "Content-Type: command/reply\nReply-Text: +OK\n\n",
    };

    static List<ReceivedCommand> Read(CommandReader reader, ReadOnlySpan<byte> bytes)
    {
        var commands = new List<ReceivedCommand>();
        while (reader.TryRead(ref bytes, out var command))
        {
            commands.Add(command);
        }

        return commands;
    }

    async Task Send(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ending.Token);
}
