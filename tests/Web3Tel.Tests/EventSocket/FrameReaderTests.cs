using System.Text;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Framing;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class FrameReaderTests
{
    public static TheoryData<string> Captures => [.. CaptureFiles.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public void A_capture_is_cut_into_the_frames_that_are_in_it(string capture)
    {
        var bytes = CaptureFiles.FromFreeSwitch(capture);

        var frames = Read(new FrameReader(), bytes);

        frames.Should().Equal(Expected(bytes));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void A_capture_cut_in_two_at_any_offset_gives_the_same_frames(string capture)
    {
        // A cut concerns the frame that it falls into; before and after it nothing is kept. So it is tried at each offset
        // of each frame, together with the frame that follows.
        var bytes = CaptureFiles.FromFreeSwitch(capture);
        var frames = SlowParser.Frames(bytes);
        for (var i = 0; i < frames.Count; i++)
        {
            var window = bytes[frames[i].Start..frames[Math.Min(i + 1, frames.Count - 1)].End];
            for (var cut = 0; cut <= frames[i].End - frames[i].Start; cut++)
            {
                var expected = window.AsSpan();
                var reader = new FrameReader();
                Match(reader, window.AsSpan(..cut), ref expected);
                Match(reader, window.AsSpan(cut..), ref expected);
                Assert.True(expected.IsEmpty, $"Frame {i} cut at {cut} is not read whole.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void A_capture_that_comes_byte_by_byte_gives_the_same_frames(string capture)
    {
        var bytes = CaptureFiles.FromFreeSwitch(capture);
        var reader = new FrameReader();

        var frames = bytes.SelectMany(letter => Read(reader, [letter])).ToList();

        frames.Should().Equal(Expected(bytes));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void A_capture_in_pieces_of_random_size_gives_the_same_frames(string capture)
    {
        var bytes = CaptureFiles.FromFreeSwitch(capture);
        var random = new Random(7);
        var reader = new FrameReader();
        var frames = new List<string>();
        for (var at = 0; at < bytes.Length;)
        {
            var size = Math.Min(random.Next(1, 9_000), bytes.Length - at);
            frames.AddRange(Read(reader, bytes.AsSpan(at, size)));
            at += size;
        }

        frames.Should().Equal(Expected(bytes));
    }

    [Fact]
    public void The_length_of_a_body_is_counted_in_bytes()
    {
        var frames = Read(new FrameReader(), "Content-Type: api/response\nContent-Length: 12\n\nПриветContent-Type: auth/request\n\n"u8);

        frames.Should().HaveCount(2);
        frames[0].Should().EndWith("|Привет");
    }

    [Fact]
    public void A_frame_larger_than_allowed_is_refused_before_it_is_gathered()
    {
        var reader = new FrameReader(1_000);

        var reading = () => Read(reader, "Content-Length: 2000000000\n\n"u8);

        reading.Should().Throw<ProtocolException>().WithMessage("*2000000028 bytes*limit is 1000*");
    }

    [Fact]
    public void A_head_that_never_ends_is_refused()
    {
        var reader = new FrameReader(1_000);

        var reading = () =>
        {
            for (var i = 0; i < 1_001; i++)
            {
                Read(reader, "x"u8);
            }
        };

        reading.Should().Throw<ProtocolException>();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("12x")]
    [InlineData("99999999999")]
    [InlineData("")]
    public void A_length_that_is_no_number_of_bytes_is_refused(string length)
    {
        var reading = () => Read(new FrameReader(), Encoding.ASCII.GetBytes($"Content-Length: {length}\n\n"));

        reading.Should().Throw<ProtocolException>().WithMessage($"*'{length}'*");
    }

    [Fact]
    public void Empty_lines_between_frames_are_passed_over() =>
        Read(new FrameReader(), "\n\n\nContent-Type: auth/request\n\n\n\nContent-Type: auth/request\n\n"u8).Should().HaveCount(2);

    /// <summary>Each frame read must be what comes next of the bytes expected.</summary>
    static void Match(FrameReader reader, ReadOnlySpan<byte> bytes, ref Span<byte> expected)
    {
        while (reader.TryRead(ref bytes, out var frame))
        {
            var body = frame.Head.Length + 2;
            Assert.True(frame.Head.SequenceEqual(expected[..frame.Head.Length]));
            Assert.True(frame.Body.SequenceEqual(expected.Slice(body, frame.Body.Length)));
            expected = expected[(body + frame.Body.Length)..];
        }
    }

    static List<string> Read(FrameReader reader, ReadOnlySpan<byte> bytes)
    {
        var frames = new List<string>();
        while (reader.TryRead(ref bytes, out var frame))
        {
            frames.Add(Encoding.UTF8.GetString(frame.Head) + "|" + Encoding.UTF8.GetString(frame.Body));
        }

        bytes.Length.Should().Be(0, "all that was received is taken");
        return frames;
    }

    static List<string> Expected(byte[] bytes) => [.. SlowParser.Frames(bytes).Select(frame =>
        string.Join('\n', frame.Headers.Select(header => $"{header.Key}: {header.Value}")) + "|" + Encoding.UTF8.GetString(frame.Body))];
}
