using System.Text;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Messages;

/// <summary>The answer to a command. An <c>-ERR</c> is an answer too.</summary>
public sealed class CommandReply
{
    readonly byte[] head;

    CommandReply(byte[] head)
    {
        this.head = head;
        ReplyText = (this[HeaderNames.ReplyText] ?? "").Trim();
    }

    /// <summary>What FreeSWITCH said, such as <c>+OK accepted</c>.</summary>
    public string ReplyText { get; }

    public bool Success => ErrorMessage is null;

    /// <summary>What went wrong, without the leading <c>-ERR</c>; null when nothing did.</summary>
    public string? ErrorMessage => ReplyStatus.ErrorIn(ReplyText);

    /// <summary>The raw value of a header of the reply, or null.</summary>
    public string? this[string header] =>
        HeaderLines.TryFind(head, Encoding.UTF8.GetBytes(header), out var value) ? Encoding.UTF8.GetString(value) : null;

    public override string ToString() => ReplyText;

    internal static CommandReply From(Frame frame) => new(frame.Head.ToArray());
}
