namespace Web3Tel.Server.Verto;

/// <summary>A telephone in the browser is to be cut off.</summary>
sealed class EndException(EndReason reason, Exception? inner = null) : Exception(reason.ToString(), inner)
{
    public EndReason Reason => reason;
}
