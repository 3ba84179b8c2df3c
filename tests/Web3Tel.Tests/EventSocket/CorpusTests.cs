using FluentAssertions;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class CorpusTests
{
    [Theory]
    [InlineData("plain", 8_711)]
    [InlineData("json", 8_710)]
    public void Each_event_of_120_calls_has_the_headers_that_a_slow_parser_finds(string format, int count)
    {
        var bytes = CaptureFiles.Corpus(format);
        var expected = SlowParser.Frames(bytes);

        var events = Read(bytes);

        events.Should().HaveCount(count);
        expected.Should().HaveCount(count);
        for (var i = 0; i < count; i++)
        {
            var headers = format == "json" ? SlowParser.JsonHeaders(expected[i].Body) : SlowParser.PlainHeaders(expected[i].Body);
            if (!events[i].Headers.SequenceEqual(headers))
            {
                events[i].Headers.Should().Equal(headers, $"this is event {i}");
            }

            foreach (var (name, value) in headers.DistinctBy(header => header.Key))
            {
                Assert.Equal(value, events[i][name]);
            }
        }
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("json")]
    public void Every_event_of_120_calls_has_a_known_name(string format) =>
        Read(CaptureFiles.Corpus(format)).Should().OnlyContain(message => message.EventName != EventName.Unknown);

    static List<EventMessage> Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FrameReader();
        var events = new List<EventMessage>();
        while (reader.TryRead(ref bytes, out var frame))
        {
            events.Add(EventMessage.From(frame));
        }

        return events;
    }
}
