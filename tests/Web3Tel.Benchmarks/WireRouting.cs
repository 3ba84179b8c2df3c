using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Routing;

namespace Web3Tel.Benchmarks;

/// <summary>
/// From bytes in memory to subscribers on one thread: what one more subscription costs, without the noise of the system's
/// own scheduling.
/// </summary>
static class WireRouting
{
    const int Rounds = 60;

    public static void Run(WireCorpus corpus, Action<string, WireFigures> print)
    {
        var variants = Enumerable.Range(0, WireFeeder.Variants).Select(corpus.Variant).ToArray();
        var channels = Enumerable.Range(0, WireFeeder.Variants).SelectMany(corpus.Channels).ToArray();
        foreach (var count in (int[])[1, 10, 1_000])
        {
            print($"one thread, all events and {count:N0} channel subscription(s)", Measure(variants, channels.Take(count)));
        }
    }

    static WireFigures Measure(byte[][] variants, IEnumerable<string> channels)
    {
        var router = new EventRouter();
        router.Everything(Subscription());
        foreach (var channel in channels)
        {
            router.Channel(channel, Subscription());
        }

        Read(router, variants[0]);
        var end = WireFigures.Begin();
        for (var round = 0; round < Rounds; round++)
        {
            Read(router, variants[round % variants.Length]);
        }

        return end(Rounds * WireCorpus.Events);
    }

    static void Read(EventRouter router, ReadOnlySpan<byte> bytes)
    {
        var reader = new FrameReader();
        while (reader.TryRead(ref bytes, out var frame))
        {
            router.Publish(frame);
        }
    }

    static Subscription<EventMessage> Subscription() => new(new Reading(), DeliveryMode.Inline, int.MaxValue, NullLogger.Instance);

    /// <summary>Reads of each event what anybody reads.</summary>
    sealed class Reading : IObserver<EventMessage>
    {
        public void OnNext(EventMessage value) => GC.KeepAlive(value.EventName);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw error;
    }
}
