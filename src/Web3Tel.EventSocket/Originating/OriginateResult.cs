using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Originating;

/// <summary>Whether a call was made.</summary>
/// <param name="Uuid">The new channel, or null when there is none.</param>
/// <param name="ErrorMessage">What FreeSWITCH said when there is none.</param>
public sealed record OriginateResult(string? Uuid, string? ErrorMessage)
{
    public bool Success => ErrorMessage is null;

    /// <summary>Why there is no call, in FreeSWITCH's words; null when there is one or it was never tried.</summary>
    public HangupCause? Cause => HangupCauses.Parse(ErrorMessage);

    internal static OriginateResult From(BackgroundJobResult job) =>
        job.Success ? new(job.Body["+OK".Length..].Trim(), null) : new(null, job.ErrorMessage);
}
