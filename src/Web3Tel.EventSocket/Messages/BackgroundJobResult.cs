namespace Web3Tel.EventSocket.Messages;

/// <summary>What a background job returned. An <c>-ERR</c> is an answer too.</summary>
/// <param name="JobUuid">The job's id.</param>
/// <param name="Body">The whole text, as it came.</param>
public sealed record BackgroundJobResult(string JobUuid, string Body)
{
    public bool Success => ErrorMessage is null;

    /// <summary>What went wrong, without the leading <c>-ERR</c>; null when nothing did.</summary>
    public string? ErrorMessage => ReplyStatus.ErrorIn(Body);

    /// <summary>Why a call could not be made, when that is what went wrong.</summary>
    public HangupCause? Cause => HangupCauses.Parse(ErrorMessage);

    public override string ToString() => Body;
}
