using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.Benchmarks;

/// <summary>Parsing only, on one thread and from memory, in the pieces that a socket would give.</summary>
static class WireParsing
{
    const int Piece = 64 * 1024;
    const int Rounds = 60;

    delegate void Use(Frame frame);

    public static void Run(WireCorpus corpus, Action<string, WireFigures> print)
    {
        print("parsing, frames only", Measure(corpus, static _ => { }));
        print("parsing, each event kept", Measure(corpus, static frame => GC.KeepAlive(EventMessage.From(frame))));
        print("parsing, each event kept and three of its headers read", Measure(corpus, static frame =>
        {
            var message = EventMessage.From(frame);
            GC.KeepAlive(message.EventName);
            GC.KeepAlive(message.Uuid);
            GC.KeepAlive(message[HeaderNames.AnswerState]);
        }));
    }

    static WireFigures Measure(WireCorpus corpus, Use use)
    {
        Read(corpus.Bytes, use);
        var end = WireFigures.Begin();
        var events = 0;
        for (var round = 0; round < Rounds; round++)
        {
            events += Read(corpus.Bytes, use);
        }

        return end(events);
    }

    static int Read(ReadOnlySpan<byte> bytes, Use use)
    {
        var reader = new FrameReader();
        var events = 0;
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(Piece, bytes.Length)];
            bytes = bytes[piece.Length..];
            while (reader.TryRead(ref piece, out var frame))
            {
                use(frame);
                events++;
            }
        }

        return events;
    }
}
