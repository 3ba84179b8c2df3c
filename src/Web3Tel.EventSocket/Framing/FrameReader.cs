using System.Buffers.Text;

namespace Web3Tel.EventSocket.Framing;

/// <summary>
/// Cuts a stream of bytes into frames. What arrives whole is not copied; only a frame that arrives in pieces is gathered.
/// </summary>
/// <remarks>The same framing serves both directions: a command's first line is then the first line of <see cref="Frame.Head"/>.</remarks>
/// <param name="maxFrameSize">The largest frame to accept, in bytes. A larger one is a <see cref="ProtocolException"/>.</param>
public sealed class FrameReader(int maxFrameSize = FrameReader.DefaultMaxFrameSize)
{
    public const int DefaultMaxFrameSize = 64 * 1024 * 1024;

    /// <summary>A connection that waits keeps no more than this: a frame in pieces comes with every call, and ten thousand may wait.</summary>
    const int KeptCapacity = 1024;

    static ReadOnlySpan<byte> HeadEnd => "\n\n"u8;

    byte[] gathered = [];
    int length;
    int headLength;
    int frameLength;
    bool given;

    /// <summary>Takes the next frame off the front of <paramref name="received"/>.</summary>
    /// <returns>False when all bytes are taken and the next frame is not complete yet.</returns>
    /// <exception cref="ProtocolException">The bytes are not Event Socket frames, or a frame is larger than allowed.</exception>
    public bool TryRead(scoped ref ReadOnlySpan<byte> received, out Frame frame)
    {
        if (given)
        {
            Forget();
        }

        return length == 0 ? TryReadInPlace(ref received, out frame) : TryComplete(ref received, out frame);
    }

    bool TryReadInPlace(scoped ref ReadOnlySpan<byte> received, out Frame frame)
    {
        received = received.TrimStart((byte)'\n');
        var end = received.IndexOf(HeadEnd);
        if (end >= 0)
        {
            Measure(received[..end]);
            if (frameLength <= received.Length)
            {
                frame = new Frame(received[..headLength], received[(headLength + HeadEnd.Length)..frameLength]);
                received = received[frameLength..];
                frameLength = 0;
                return true;
            }
        }

        Gather(ref received, received.Length);
        frame = default;
        return false;
    }

    bool TryComplete(scoped ref ReadOnlySpan<byte> received, out Frame frame)
    {
        frame = default;
        if (frameLength == 0)
        {
            var missing = BytesToHeadEnd(received);
            Gather(ref received, missing ?? received.Length);
            if (missing is null)
            {
                return false;
            }

            Measure(gathered.AsSpan(0, length - HeadEnd.Length));
        }

        Gather(ref received, Math.Min(frameLength - length, received.Length));
        if (length < frameLength)
        {
            return false;
        }

        frame = new Frame(gathered.AsSpan(0, headLength), gathered.AsSpan((headLength + HeadEnd.Length)..frameLength));
        given = true;
        return true;
    }

    /// <summary>How many of the received bytes still belong to the head, or null when its end has not arrived.</summary>
    int? BytesToHeadEnd(ReadOnlySpan<byte> received)
    {
        if (gathered[length - 1] == '\n' && !received.IsEmpty && received[0] == '\n')
        {
            return 1;
        }

        var end = received.IndexOf(HeadEnd);
        return end < 0 ? null : end + HeadEnd.Length;
    }

    void Measure(ReadOnlySpan<byte> head)
    {
        var bodyLength = 0;
        if (HeaderLines.TryFind(head, "Content-Length"u8, out var value)
            && (!Utf8Parser.TryParse(value, out bodyLength, out var used) || used != value.Length || bodyLength < 0))
        {
            throw new ProtocolException($"Content-Length is '{Printable.Text(value)}', which is not a number of bytes.");
        }

        headLength = head.Length;
        Allow((long)headLength + HeadEnd.Length + bodyLength);
        frameLength = headLength + HeadEnd.Length + bodyLength;
    }

    void Gather(scoped ref ReadOnlySpan<byte> received, int count)
    {
        Allow((long)length + count);
        if (gathered.Length < length + count)
        {
            // The size is known once the head is: then grow once, else double.
            Array.Resize(ref gathered, Math.Max(frameLength, Math.Max(length + count, Math.Min(gathered.Length * 2, maxFrameSize))));
        }

        received[..count].CopyTo(gathered.AsSpan(length));
        received = received[count..];
        length += count;
    }

    void Allow(long size)
    {
        if (size > maxFrameSize)
        {
            throw new ProtocolException($"A frame of at least {size} bytes arrived; the limit is {maxFrameSize}.");
        }
    }

    void Forget()
    {
        length = headLength = frameLength = 0;
        given = false;
        if (gathered.Length > KeptCapacity)
        {
            gathered = [];
        }
    }
}
