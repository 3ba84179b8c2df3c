using System.Buffers;
using System.Globalization;
using System.Reactive.Concurrency;
using System.Text;

namespace Web3Tel.Simulator.Events;

/// <summary>Writes out one event at a time, at most once in each format however many connections take it.</summary>
sealed class EventWriter(IScheduler scheduler, SwitchIdentity identity)
{
    readonly ArrayBufferWriter<byte> body = new(0x4000);
    readonly ArrayBufferWriter<byte> plainFrame = new(0x4000);
    readonly ArrayBufferWriter<byte> jsonFrame = new(0x4000);
    SwitchEvent? current;
    long sequence;
    EventHead? head;

    public void Begin(SwitchEvent happened, long number)
    {
        (current, sequence) = (happened, number);
        plainFrame.ResetWrittenCount();
        jsonFrame.ResetWrittenCount();
    }

    /// <summary>The whole frame; valid until the next event begins.</summary>
    public ReadOnlyMemory<byte> Frame(EventFormat format)
    {
        var frame = format switch
        {
            EventFormat.Plain => plainFrame,
            EventFormat.Json => jsonFrame,
        };
        if (frame.WrittenCount == 0)
        {
            Render(format, frame);
        }

        return frame.WrittenMemory;
    }

    public string? Lookup(string header)
    {
        var lookup = new HeaderLookup(header);
        WriteAll(lookup);
        return lookup.Value;
    }

    /// <summary>An event as text without a frame around it, as the answers to <c>connect</c> and <c>uuid_dump</c> have it.</summary>
    public void WriteBare(SwitchEvent bare, long number, ArrayBufferWriter<byte> to)
    {
        Begin(bare, number);
        var sink = new PlainSink(to);
        WriteAll(sink);
        sink.End();
    }

    void Render(EventFormat format, ArrayBufferWriter<byte> frame)
    {
        body.ResetWrittenCount();
        switch (format)
        {
            case EventFormat.Plain:
                var plain = new PlainSink(body);
                WriteAll(plain);
                plain.End();
                break;
            case EventFormat.Json:
                var json = new JsonSink(body);
                WriteAll(json);
                json.End();
                break;
        }

        Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\nContent-Type: text/event-{(format == EventFormat.Plain ? "plain" : "json")}\n\n"),
            frame);
        frame.Write(body.WrittenSpan);
    }

    void WriteAll(IHeaderSink sink)
    {
        var now = scheduler.Now;
        if (head is null || !head.Is(identity, now.ToUnixTimeSeconds()))
        {
            head = new EventHead(identity, now);
        }

        sink.Add("Event-Name"u8, current!.Kind.Name);
        sink.Add(head);
        sink.Add("Event-Date-Timestamp"u8, MicroTime.Of(now));
        current.Kind.WriteOrigin(sink);
        sink.Add("Event-Sequence"u8, sequence);
        current.Write(sink);
    }
}
