using System.Text;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Messages;

/// <summary>What an api command returned. An <c>-ERR</c> is an answer too.</summary>
/// <param name="Body">The whole text, as it came.</param>
public sealed record ApiResponse(string Body)
{
    public bool Success => ErrorMessage is null;

    /// <summary>What went wrong, without the leading <c>-ERR</c>; null when nothing did.</summary>
    public string? ErrorMessage => ReplyStatus.ErrorIn(Body);

    /// <summary>Why a call could not be made, when that is what went wrong.</summary>
    public HangupCause? Cause => HangupCauses.Parse(ErrorMessage);

    public override string ToString() => Body;

    /// <summary>A command that the socket itself refuses is answered with a command reply, without a body.</summary>
    internal static ApiResponse From(Frame frame) => new(frame.ContentType == ContentType.CommandReply
        ? CommandReply.From(frame).ReplyText
        : Encoding.UTF8.GetString(frame.Body));
}
