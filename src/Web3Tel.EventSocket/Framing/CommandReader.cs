using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Web3Tel.EventSocket.Framing;

/// <summary>Reads commands, for whoever stands on FreeSWITCH's side of the wire.</summary>
/// <param name="maxCommandSize">The largest command to accept, in bytes. A larger one is a <see cref="ProtocolException"/>.</param>
public sealed class CommandReader(int maxCommandSize = CommandReader.DefaultMaxCommandSize)
{
    public const int DefaultMaxCommandSize = 1024 * 1024;

    readonly FrameReader frames = new(maxCommandSize);

    /// <summary>Takes the next command off the front of <paramref name="received"/>.</summary>
    /// <returns>False when all bytes are taken and the next command is not complete yet.</returns>
    public bool TryRead(scoped ref ReadOnlySpan<byte> received, [NotNullWhen(true)] out ReceivedCommand? command)
    {
        command = frames.TryRead(ref received, out var frame) ? Parse(frame) : null;
        return command is not null;
    }

    static ReceivedCommand Parse(Frame frame)
    {
        var end = frame.Head.IndexOf((byte)'\n');
        var line = end < 0 ? frame.Head : frame.Head[..end];
        var rest = end < 0 ? default : frame.Head[(end + 1)..];
        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        while (HeaderLines.TryTake(ref rest, out var name, out var value))
        {
            headers.Add(new(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(value)));
        }

        return new ReceivedCommand(Encoding.UTF8.GetString(line), headers.ToImmutable(), Encoding.UTF8.GetString(frame.Body));
    }
}
