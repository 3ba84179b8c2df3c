using System.Net;
using System.Net.Sockets;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Transport;
using Xunit;

namespace Web3Tel.Server.Tests.EventSocket;

/// <summary>The same wire over real sockets on loopback.</summary>
public sealed class TcpTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_inbound_socket_logs_in_asks_and_leaves()
    {
        using var freeSwitch = new TcpListener(IPAddress.Loopback, 0);
        freeSwitch.Start();
        var serving = Serve(freeSwitch);

        using (var socket = await InboundSocket.Connect("127.0.0.1", Port(freeSwitch), "secret", Cancelled))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => socket.SendApi($"echo {i}", Cancelled)));
            answers.Select(answer => answer.Body).Should().Equal(Enumerable.Range(0, 1_000).Select(i => $"echo {i}"));
            (await socket.Exit(Cancelled)).ReplyText.Should().Be("+OK bye");
        }

        (await serving.WaitAsync(Patience, Cancelled)).Should().Be(1_002, "the password, the questions and the leave have all arrived");
    }

    [Fact]
    public async Task What_was_written_last_arrives_before_the_end()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var transport = await new TcpConnector("127.0.0.1", Port(listener)).Connect().FirstAsync().ToTask(Cancelled);
        using var peer = await listener.AcceptSocketAsync(Cancelled);
        var closed = new Closing();
        transport.Start(closed);

        transport.Write(new byte[100_000]);
        transport.Write("the end"u8);
        transport.Dispose();

        var read = await ReadToEnd(peer);
        read.Should().HaveCount(100_007);
        Encoding.UTF8.GetString(read.AsSpan(100_000)).Should().Be("the end");
        (await closed.Reason.WaitAsync(Patience, Cancelled)).Should().BeNull();
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_left_with_a_clear_error_and_stops_nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var transport = await new TcpConnector("127.0.0.1", Port(listener)) { MaxOutgoing = 1_000_000 }.Connect().FirstAsync().ToTask(Cancelled);
        using var peer = await listener.AcceptSocketAsync(Cancelled);
        var closed = new Closing();
        transport.Start(closed);

        for (var i = 0; i < 1_000 && !closed.Reason.IsCompleted; i++)
        {
            transport.Write(new byte[100_000]);
        }

        (await closed.Reason.WaitAsync(Patience, Cancelled)).Should().BeOfType<OutgoingOverflowException>()
            .Which.Message.Should().Contain("limit is 1000000");
    }

    [Fact]
    public async Task An_inbound_connection_is_read_although_user_code_holds_the_whole_pool()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var transport = await new TcpConnector("127.0.0.1", Port(listener)).Connect().FirstAsync().ToTask(Cancelled);
        using var peer = await listener.AcceptSocketAsync(Cancelled);
        using var release = new ManualResetEventSlim();
        using var received = new ManualResetEventSlim();
        ThreadPool.GetMinThreads(out var threads, out _);
        using var holding = new CountdownEvent(threads * 50);
        for (var i = 0; i < holding.InitialCount; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    release.Wait();
                    holding.Signal();
                },
                null);
        }

        try
        {
            transport.Start(new Arriving(received));
            peer.Send("x"u8);
            received.Wait(Patience, Cancelled).Should().BeTrue();
        }
        finally
        {
            // Those that have not had their turn yet must find what they wait for, not its remains.
            release.Set();
            holding.Wait(Cancelled);
            transport.Dispose();
        }
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_named()
    {
        // One that the system gives to nobody else meanwhile.
        var port = FreeSwitch.Ports.Free();

        var connecting = () => InboundSocket.Connect("127.0.0.1", port, cancellation: Cancelled);

        (await connecting.Should().ThrowAsync<IOException>()).Which.Message.Should().Contain($"127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_wrong_password_is_an_error_of_connecting()
    {
        using var freeSwitch = new TcpListener(IPAddress.Loopback, 0);
        freeSwitch.Start();
        var serving = Serve(freeSwitch);

        var connecting = () => InboundSocket.Connect("127.0.0.1", Port(freeSwitch), "wrong", Cancelled);

        await connecting.Should().ThrowAsync<AuthenticationFailedException>();
        await serving.WaitAsync(Patience, Cancelled);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var listening = () => new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, Port(taken))).Accepted.FirstAsync().ToTask(Cancelled);

        (await listening.Should().ThrowAsync<IOException>()).Which.Message.Should().Contain($"Cannot listen on 127.0.0.1:{Port(taken)}");
    }

    [Fact]
    public async Task A_thousand_calls_come_in_and_each_gets_its_own_events()
    {
        const int Calls = 1_000;
        var acceptor = new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, 0));
        // Between a connection and what is said on it the machine may stand still.
        var options = new OutboundListenerOptions { Linger = null, FirstByteTimeout = Patience };
        var all = new TaskCompletionSource();
        var right = 0;
        using var listening = new OutboundListener(acceptor, options, DefaultScheduler.Instance).Connections.Subscribe(call =>
            call.Events.Subscribe(message =>
            {
                if (message.Uuid == call.Uuid && Interlocked.Increment(ref right) == Calls)
                {
                    all.SetResult();
                }
            }));
        var peers = new List<Socket>();

        for (var i = 0; i < Calls; i++)
        {
            var peer = new Socket(SocketType.Stream, ProtocolType.Tcp);
            peers.Add(peer);
            await peer.ConnectAsync(acceptor.LocalEndPoint!, Cancelled);
            var told = $"Event-Name: CHANNEL_DATA\nUnique-ID: call-{i}\nContent-Type: command/reply\nReply-Text: %2BOK%0A\n\n"
                + "Content-Type: command/reply\nReply-Text: +OK Events Enabled\n\n";
            var happened = $"Event-Name: CHANNEL_ANSWER\nUnique-ID: call-{i}\n\n";
            await peer.SendAsync(Encoding.UTF8.GetBytes($"{told}Content-Length: {happened.Length}\nContent-Type: text/event-plain\n\n{happened}"));
        }

        await all.Task.WaitAsync(Patience, Cancelled);
        peers.ForEach(peer => peer.Dispose());
    }

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A FreeSWITCH for one connection; tells how many commands it has heard.</summary>
    static async Task<int> Serve(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancelled);
        await using var stream = client.GetStream();
        await stream.WriteAsync("Content-Type: auth/request\n\n"u8.ToArray(), Cancelled);
        var reader = new CommandReader();
        var buffer = new byte[4_096];
        var heard = 0;
        while (await stream.ReadAsync(buffer, Cancelled) is var count and > 0)
        {
            foreach (var command in Read(reader, buffer.AsSpan(0, count)))
            {
                heard++;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Answer(command)), Cancelled);
            }
        }

        return heard;
    }

    static List<ReceivedCommand> Read(CommandReader reader, ReadOnlySpan<byte> bytes)
    {
        var commands = new List<ReceivedCommand>();
        while (reader.TryRead(ref bytes, out var command))
        {
            commands.Add(command);
        }

        return commands;
    }

    static string Answer(ReceivedCommand command) => command.Line switch
    {
        "auth secret" => "Content-Type: command/reply\nReply-Text: +OK accepted\n\n",
        "exit" => "Content-Type: command/reply\nReply-Text: +OK bye\n\n",
        _ when command.Verb == "api" => $"Content-Type: api/response\nContent-Length: {command.Arguments.Length}\n\n{command.Arguments}",
        _ => "Content-Type: command/reply\nReply-Text: -ERR invalid\n\n",
    };

    static async Task<byte[]> ReadToEnd(Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancelled);
        return bytes.ToArray();
    }

    sealed class Closing : ITransportReader
    {
        readonly TaskCompletionSource<Exception?> reason = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Exception?> Reason => reason.Task;

        public void Received(ReadOnlySpan<byte> bytes)
        {
        }

        public void Closed(Exception? why) => reason.SetResult(why);
    }

    sealed class Arriving(ManualResetEventSlim received) : ITransportReader
    {
        public void Received(ReadOnlySpan<byte> bytes) => received.Set();

        public void Closed(Exception? reason)
        {
        }
    }
}
