using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Transport;
using Web3Tel.FreeSwitch;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.People;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>
/// A simulated FreeSWITCH that outlives the service, over sockets, and people who leave a message by it: some hang up in the middle, some press a
/// key and wait, or hang up when they are asked. Whoever finds no service hears something and is sent to it again.
/// </summary>
sealed class SpeakingCallers : IDisposable
{
    const string Password = "hush";

    readonly IPEndPoint eventSocket = new(IPAddress.Loopback, Ports.Free());
    readonly IPEndPoint service = new(IPAddress.Loopback, Ports.Free());
    readonly ConcurrentBag<SimulatedCaller> callers = [];
    readonly LiveSimulator live;
    readonly string recordings;

    /// <param name="recordings">The folder that it records to.</param>
    /// <param name="recorded">Told when a recording has ended, before anybody else is.</param>
    public SpeakingCallers(string recordings, Action recorded)
    {
        this.recordings = recordings;
        live = new LiveSimulator(
            new SimulatorOptions
            {
                Password = Password,
                Dialplan = Dialplan,
                DefaultSoundLength = TimeSpan.FromMilliseconds(20),
                Recorded = sound =>
                {
                    Write(sound);
                    recorded();
                },
            },
            _ => new TcpConnector($"{service.Address}", service.Port) { OwnThread = false });
        live.Do(freeSwitch => freeSwitch.Listen(new TcpAcceptor(eventSocket)));
    }

    /// <summary>What was recorded, by its file.</summary>
    public ConcurrentDictionary<string, byte[]> Recorded { get; } = new(StringComparer.Ordinal);

    public int Called => callers.Count;

    public bool AreGone => callers.All(caller => caller.IsOver);

    public static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"7916{n:D7}");

    /// <summary>Half of them call Anna, half the queue.</summary>
    public static string Dialled(int n) => n % 2 == 0 ? "1009" : "1008";

    public void Call(int n, Random random)
    {
        var length = TimeSpan.FromMilliseconds(random.Next(600, 800));
        var (keys, stay) = random.Next(4) switch
        {
            0 => ("#", TimeSpan.FromMilliseconds(100)),
            1 => ("#2", TimeSpan.FromSeconds(1)),
            _ => ("", TimeSpan.Zero),
        };
        live.Do(freeSwitch => callers.Add(freeSwitch.Call(Number(n), Dialled(n), $"Caller {n}").LeavesMessage(length, keys, stay)));
    }

    /// <summary>How a life of the service reaches it.</summary>
    public FreeSwitchSwitch Connect()
    {
        var scheduler = TaskPoolScheduler.Default;
        return new FreeSwitchSwitch(
            new FreeSwitchOptions { Node = FakeSwitch.Node, Recordings = recordings },
            new InboundSocket(new TcpConnector($"{eventSocket.Address}", eventSocket.Port), new InboundSocketOptions { Password = Password }, scheduler, NullLogger.Instance),
            new OutboundListener(new TcpAcceptor(service), new OutboundListenerOptions(), scheduler, NullLogger.Instance),
            scheduler,
            NullLogger.Instance);
    }

    /// <summary>The process of the service is gone, and its sockets with it.</summary>
    public Task Cut()
    {
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Do(freeSwitch =>
        {
            freeSwitch.CutConnections();
            cut.SetResult();
        });
        return cut.Task;
    }

    public void Dispose() => live.Dispose();

    static IEnumerable<DialplanAction> Dialplan(DialplanCall call)
    {
        yield return new DialplanAction("set", "max_forwards=70");
        yield return new DialplanAction("set", "socket_resume=true");
        yield return new DialplanAction("socket", "service async full");
        yield return new DialplanAction("answer");
        yield return new DialplanAction("playback", "silence_stream://300");
        yield return new DialplanAction("transfer", $"{call.Destination} XML public");
    }

    /// <summary>No two are the same. It has not grown for a minute: nobody waits for what the switch wrote after a death.</summary>
    void Write(RecordedSound sound)
    {
        var bytes = Sound.Wav(sound.Length.TotalSeconds);
        new Random(string.GetHashCode(sound.Path, StringComparison.Ordinal)).NextBytes(bytes.AsSpan(Sound.Header));
        File.WriteAllBytes(sound.Path, bytes);
        File.SetLastWriteTimeUtc(sound.Path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        Recorded[sound.Path] = bytes;
    }
}
