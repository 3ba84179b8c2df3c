using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Security.Cryptography.X509Certificates;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>A mail server on loopback that keeps what it takes, and goes wrong where the test wants it to.</summary>
sealed class FaultySmtpServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly BehaviorSubject<int> hanging = new(0);
    readonly Lock gate = new();
    readonly Task accepting;
    int connections;

    public FaultySmtpServer()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Asked at each step, with what it is about: an address, or the subject line. Null is no fault. Any thread.</summary>
    public Func<SmtpStep, string, SmtpFault?> Fault { get; set; } = (_, _) => null;

    /// <summary>For STARTTLS, offered when there is one, or for encryption from the first byte.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsEncryptedFromTheFirstByte { get; init; }

    /// <summary>Name and password that are demanded before anything is taken.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>What else it says it can do.</summary>
    public string[] Extensions { get; init; } = ["PIPELINING", "8BITMIME"];

    public ConcurrentQueue<Delivery> Deliveries { get; } = [];

    /// <summary>Everything clients said, passwords included, one line each.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>How many clients wait for an answer that does not come: now, and whenever that changes.</summary>
    public IObservable<int> Hanging => hanging.ObserveOn(TaskPoolScheduler.Default);

    public int Connections => Volatile.Read(ref connections);

    public CancellationToken Stopped => stop.Token;

    /// <summary>Those who wait are told.</summary>
    public void LetGo() => letGo.TrySetResult();

    public Task Go => letGo.Task;

    /// <summary>Answers nothing until the client has gone.</summary>
    public async Task Hang(Stream stream)
    {
        Count(1);
        try
        {
            var rest = new byte[1024];
            while (await stream.ReadAsync(rest, stop.Token) > 0)
            {
            }
        }
        finally
        {
            Count(-1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        // A listener that is stopped already would be no end in good order.
        await accepting;
        listener.Stop();
    }

    void Count(int more)
    {
        lock (gate)
        {
            hanging.OnNext(hanging.Value + more);
        }
    }

    async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                _ = Serve(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await new SmtpConversation(this, client.GetStream()).Run();
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client has gone.
            }
        }
    }
}
