namespace Web3Tel.Calls;

/// <summary>A call we made was not answered.</summary>
public sealed class DialFailedException(HangupCause cause, string detail = "")
    : Exception(detail.Length == 0 ? cause.Name : $"{cause.Name}: {detail}")
{
    public HangupCause Cause { get; } = cause;
}
