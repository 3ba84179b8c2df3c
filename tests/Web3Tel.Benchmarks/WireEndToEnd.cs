using System.Diagnostics;
using System.Globalization;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Benchmarks;

/// <summary>From another process over loopback through an inbound socket to subscribers on the thread pool.</summary>
static class WireEndToEnd
{
    const int Rounds = 60;
    const int WarmUpRounds = 6;

    public static async Task Run(WireCorpus corpus, Action<string, WireFigures> print)
    {
        var channels = Enumerable.Range(0, WireFeeder.Variants).SelectMany(corpus.Channels).ToArray();
        foreach (var count in (int[])[1, 10, 1_000])
        {
            print($"end to end, {count:N0} channel subscription(s)", await Measure(channels.Take(count), everything: false));
        }

        foreach (var count in (int[])[0, 1, 10, 1_000])
        {
            print($"end to end, all events and {count:N0} channel subscription(s)", await Measure(channels.Take(count), everything: true));
        }
    }

    static async Task<WireFigures> Measure(IEnumerable<string> channels, bool everything)
    {
        await Feed(channels, everything, WarmUpRounds);
        return await Feed(channels, everything, Rounds);
    }

    static async Task<WireFigures> Feed(IEnumerable<string> channels, bool everything, int rounds)
    {
        using var feeder = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [WireFeeder.Command, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse((await feeder.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        using var socket = new InboundSocket(new TcpConnector("127.0.0.1", port), new InboundSocketOptions { QueueCapacity = int.MaxValue }, DefaultScheduler.Instance);
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscriptions = new CompositeDisposable(channels.Select(channel => socket.Channel(channel).Subscribe(new Reading(null))))
        {
            // The last event is waited for where most others come, too.
            (everything ? socket.Events : socket.Channel(WireFeeder.LastChannel)).Subscribe(new Reading(last)),
        };
        var connected = socket.States.FirstAsync(state => state is ConnectionState.Connected).ToTask();
        socket.Start();
        await connected;

        var end = WireFigures.Begin();
        await socket.SendAsync(new Events(EventName.All));
        await last.Task;
        var figures = end(rounds * WireCorpus.Events);
        socket.Dispose();
        await feeder.WaitForExitAsync();
        return figures;
    }

    /// <summary>Reads of each event what anybody reads.</summary>
    sealed class Reading(TaskCompletionSource? last) : IObserver<EventMessage>
    {
        public void OnNext(EventMessage value)
        {
            if (value.EventName == EventName.Shutdown)
            {
                last?.TrySetResult();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => last?.TrySetException(error);
    }
}
