namespace Web3Tel.Server.Recordings;

public enum CallDirection : byte
{
    /// <summary>Somebody called us.</summary>
    Incoming,

    /// <summary>An operator called somebody.</summary>
    Outgoing,
}
